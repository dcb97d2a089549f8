package dateline.drafting;

import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.DraftingEvent.DraftClosed;
import dateline.drafting.DraftingEvent.DraftCreated;
import dateline.drafting.DraftingEvent.DraftRevised;
import dateline.drafting.DraftingEvent.NoteRecalled;
import dateline.drafting.DraftingEvent.NoteSubmitted;
import dateline.drafting.DraftingEvent.NumberRequested;
import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts, people and drafts that drafting's tests begin with. */
final class Drafts {

  static final Actor MAYA = officer("maya");
  static final Actor TOM = officer("tom");
  static final Actor POLICY = Actor.system("policy");

  static final MediaNote FIRST = Notes.saying("The ferry sails at nine.");
  static final MediaNote SECOND = Notes.saying("The ferry sails at ten.");
  static final MediaNote DEAD_LINK = withBody(Span.link("here", "#"));
  static final MediaNote TWO_FAULTS = withBody(Span.link("here", "#"), Span.plain(" XYZ people"));

  static final List<Waiver> NONE = List.of();

  static DeciderScenario<DraftingCommand, Draft, DraftingEvent> nothing() {
    return DeciderScenario.given(new DraftingDecider(Drafts::findings));
  }

  static DeciderScenario<DraftingCommand, Draft, DraftingEvent> draft() {
    return nothing().by(MAYA, created(FIRST));
  }

  /** What a refusal says. */
  static String reason(DeciderScenario.Outcome<DraftingEvent> outcome) {
    return outcome.decision() instanceof Decision.Refused<DraftingEvent> refused
        ? refused.reason()
        : "it was not refused";
  }

  static DeciderScenario<DraftingCommand, Draft, DraftingEvent> submitted() {
    return draft().by(MAYA, submittedBy(FIRST, "maya"));
  }

  static DeciderScenario<DraftingCommand, Draft, DraftingEvent> recalled() {
    return submitted().by(MAYA, new NoteRecalled(1, Digest.of(FIRST), ""));
  }

  static DeciderScenario<DraftingCommand, Draft, DraftingEvent> closed() {
    return submitted().by(POLICY, new DraftClosed(Digest.of(FIRST)));
  }

  /** Two checks that block, so that the rules are told apart from what the checks find. */
  static List<Finding> findings(MediaNote note) {
    return note.body().stream()
        .filter(Block.Paragraph.class::isInstance)
        .flatMap(block -> ((Block.Paragraph) block).spans().stream())
        .flatMap(span ->
            span.href().isPresent()
                ? Optional.of(blocks("DEAD_LINK")).stream()
                : span.text().contains("XYZ")
                    ? Optional.of(blocks("PLACEHOLDER")).stream()
                    : Optional.<Finding>empty().stream())
        .toList();
  }

  static Finding blocks(String code) {
    return new Finding(code, Finding.Severity.BLOCKS, 1, 1, "It is so.", "Mend it.");
  }

  static Actor officer(String name) {
    return new Actor(new PersonId(name), new OfficeId("press"), Role.PRESS_OFFICER);
  }

  static List<PersonId> people(String... names) {
    return List.of(names).stream().map(PersonId::new).toList();
  }

  static Actor person(String name, String office, Role role) {
    return new Actor(new PersonId(name), new OfficeId(office), role);
  }

  static CreateDraft begin(MediaNote note) {
    return new CreateDraft(note, Optional.empty());
  }

  static NumberRequested numberOf(int year) {
    return new NumberRequested(new NumberSeries(new OfficeId("press"), year));
  }

  static DraftCreated created(MediaNote note) {
    return new DraftCreated(note, Digest.of(note), Optional.empty());
  }

  static DraftRevised revised(int revision, MediaNote note) {
    return new DraftRevised(revision, note, Digest.of(note));
  }

  static NoteSubmitted submittedBy(MediaNote note, String... authors) {
    return new NoteSubmitted(
        1, note, Digest.of(note), people(authors), NONE, List.of(), List.of(), false);
  }

  static ReopenDraft reopen(MediaNote note) {
    return new ReopenDraft(Digest.of(note), "Wrong figure.");
  }

  static CloseDraft close(MediaNote note) {
    return new CloseDraft(Digest.of(note));
  }

  static MediaNote withBody(Span... spans) {
    return note(
        FIRST.headline(),
        FIRST.kind(),
        FIRST.issuer(),
        List.of(new Block.Paragraph(List.of(spans))));
  }

  /** A text of these paragraphs. */
  static MediaNote saying(String... paragraphs) {
    return note(
        FIRST.headline(),
        FIRST.kind(),
        FIRST.issuer(),
        Stream.of(paragraphs)
            .<Block>map(words -> new Block.Paragraph(List.of(Span.plain(words))))
            .toList());
  }

  static MediaNote withHeadline(String headline) {
    return note(headline, FIRST.kind(), FIRST.issuer(), FIRST.body());
  }

  static MediaNote note(
      String headline, Optional<String> kind, Optional<String> issuer, List<Block> body) {
    return new MediaNote(
        headline,
        Optional.empty(),
        kind,
        issuer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        body,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private Drafts() {}
}
