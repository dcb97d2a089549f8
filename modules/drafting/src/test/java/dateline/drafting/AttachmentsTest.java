package dateline.drafting;

import static dateline.drafting.Drafts.MAYA;
import static dateline.drafting.Drafts.TOM;
import static dateline.drafting.Drafts.draft;
import static dateline.drafting.Drafts.people;
import static dateline.drafting.Drafts.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.drafting.DraftingCommand.AttachFile;
import dateline.drafting.DraftingCommand.RemoveAttachment;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent.AttachmentRemoved;
import dateline.drafting.DraftingEvent.FileAttached;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.testkit.DeciderScenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that belong to a note; their bytes are elsewhere. */
class AttachmentsTest {

  private static final long MOST = 25_000_000;
  private static final Attachment CHART = file("a", "image/png", 2_048, "chart.png", "The lines.");
  private static final Attachment AGAIN = file("a", "image/png", 2_048, "chart.png", "All lines.");
  private static final Attachment ANNEX =
      file("b", "application/pdf", MOST, "Annex I.pdf", "The timetable.");

  @Test
  void aFileIsPutToANoteAndTakenFromIt() {
    draft().when(TOM, new AttachFile(ANNEX)).then(new FileAttached(ANNEX));
    attached()
        .when(TOM, new RemoveAttachment(CHART.sha256()))
        .then(new AttachmentRemoved(CHART.sha256()));
    draft().when(TOM, new RemoveAttachment(CHART.sha256())).isNothingToDo();
  }

  @Test
  void theSameFileIsThereOnceAndCanBeDescribedAnew() {
    attached().when(TOM, new AttachFile(CHART)).isNothingToDo();
    attached().when(TOM, new AttachFile(AGAIN)).then(new FileAttached(AGAIN));
    assertThat(submission(attached().by(TOM, new FileAttached(AGAIN))).attachments())
        .containsExactly(AGAIN);
  }

  @Test
  void aSubmissionCarriesItsFilesAndNamesWhoAttachedThem() {
    NoteSubmitted submitted = submission(attached().by(TOM, new FileAttached(ANNEX)));
    assertThat(submitted.attachments()).containsExactly(CHART, ANNEX);
    assertThat(submitted.contributors()).isEqualTo(people("maya", "tom"));
  }

  @Test
  void aSubmittedNotesFilesStayAsTheyAre() {
    submitted().when(MAYA, new AttachFile(CHART)).isRefused("LOCKED");
    submitted().when(MAYA, new RemoveAttachment(CHART.sha256())).isRefused("LOCKED");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, MOST + 1})
  void aFileHasAByteAndAtMostTwentyFiveMebibytes(long size) {
    draft()
        .when(TOM, new AttachFile(file("a", "image/png", size, "chart.png", "The lines.")))
        .isRefused("WRONG_SIZE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", "../chart.png", "a\\b.png", "a\nb.png", "a\u0000b"})
  void aFilesNameIsOne(String name) {
    draft()
        .when(TOM, new AttachFile(file("a", "image/png", 1, name, "The lines.")))
        .isRefused("NOT_A_FILE_NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "png", "image/", "image/png; charset=x", "IMAGE/PNG"})
  void aMediaTypeIsOne(String mediaType) {
    draft()
        .when(TOM, new AttachFile(file("a", mediaType, 1, "chart.png", "The lines.")))
        .isRefused("NOT_A_MEDIA_TYPE");
  }

  @Test
  void aFileIsDescribedForThoseWhoCannotSeeIt() {
    draft()
        .when(TOM, new AttachFile(file("a", "image/png", 1, "chart.png", "\u00a0")))
        .isRefused("NO_DESCRIPTION");
    draft()
        .when(TOM, new AttachFile(file("a", "image/png", 1, "chart.png", "x".repeat(1_001))))
        .isRefused("NO_DESCRIPTION");
  }

  @Test
  void aFileIsNamedByItsDigest() {
    draft()
        .when(TOM, new AttachFile(new Attachment("A", "image/png", 1, "chart.png", "Lines.")))
        .isRefused("NOT_A_SHA256");
  }

  @Test
  void aNoteHasAtMostFiftyFiles() {
    DeciderScenario<DraftingCommand, Draft, DraftingEvent> scene = attached();
    for (int i = 1; i < 50; i++) {
      String sha256 = "%064x".formatted(i);
      scene =
          scene.by(TOM, new FileAttached(new Attachment(sha256, "image/png", 1, "a.png", "A.")));
    }
    scene.when(TOM, new AttachFile(ANNEX)).isRefused("TOO_MANY_ATTACHMENTS");
    scene.when(TOM, new AttachFile(AGAIN)).then(new FileAttached(AGAIN));
  }

  private static DeciderScenario<DraftingCommand, Draft, DraftingEvent> attached() {
    return draft().by(MAYA, new FileAttached(CHART));
  }

  private static NoteSubmitted submission(
      DeciderScenario<DraftingCommand, Draft, DraftingEvent> scene) {
    return scene.when(MAYA, new SubmitNote(1, List.of())).thenSome(NoteSubmitted.class);
  }

  private static Attachment file(
      String digit, String mediaType, long size, String name, String description) {
    return new Attachment(digit.repeat(64), mediaType, size, name, description);
  }
}
