package dateline.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Block;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.notification.notices.Matter;
import dateline.notification.notices.Matter.Question.Form;
import dateline.notification.notices.Notice;
import dateline.notification.notices.Part;
import dateline.notification.notices.Staff;
import dateline.runtime.AnswerLink;
import dateline.runtime.DeskLinks;
import dateline.runtime.InvitationLink;
import dateline.runtime.NewsroomLinks;
import dateline.runtime.Tokens;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the people of the house read. */
class NoticeWriterTest {

  private static final String SECRET = "a secret of some length";
  private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
  private static final Instant TWO = Instant.parse("2026-03-02T19:00:00Z");
  private static final OfficeId LEGAL = new OfficeId("legal");
  private static final PersonId RUTH = new PersonId("ruth.adler");
  private static final MediaNote BRIDGE = note("Bridge opens on Monday.");
  private static final MediaNote MENDED = note("Bridge opens on Tuesday.");
  private static final NewsroomLinks NEWSROOM =
      new NewsroomLinks(URI.create("https://news.example"), new Tokens(SECRET));
  private static final Staff STAFF =
      new Staff(
          Map.of(
              RUTH,
              new Staff.Member(
                  RUTH,
                  "Ruth Adler",
                  "ruth@house.example",
                  LEGAL,
                  Set.of(Role.REVIEWER),
                  List.of(),
                  List.of())),
          Map.of(
              LEGAL,
              new Staff.Office(
                  LEGAL, "Office of the Legal Adviser", ZoneId.of("America/New_York"))),
          ZoneId.of("UTC"));

  private final NoticeWriter writer = writer(Optional.of("answers@house.example"));

  private static NoticeWriter writer(Optional<String> replies) {
    return new NoticeWriter(
        "The Press Office",
        new DeskLinks(URI.create("https://desk.example"), SECRET),
        NEWSROOM,
        replies.map(address -> {
          try {
            return new InternetAddress(address);
          } catch (jakarta.mail.internet.AddressException e) {
            throw new AssertionError(e);
          }
        }));
  }

  private static MediaNote note(String text) {
    return new MediaNote(
        "The bridge at Ellery",
        Optional.empty(),
        Optional.of("Media Note"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(new Block.Paragraph(List.of(new Span(text, Optional.empty())))),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of("en"));
  }

  private static Told told(Matter matter, MediaNote text, Optional<MediaNote> former) {
    return new Told(
        new Notice(RUTH, Optional.empty(), "note-1", Digest.of(text), NOON, matter), text, former);
  }

  private static Told question(Form form, Part part, Optional<MediaNote> former) {
    return told(
        new Matter.Question(
            form,
            LEGAL,
            part,
            "every note is read by a lawyer",
            Optional.of(TWO),
            former.map(Digest::of)),
        former.isPresent() ? MENDED : BRIDGE,
        former);
  }

  private Letter write(Told... told) {
    return writer.write(List.of(told), STAFF, NOON);
  }

  @Test
  void theSubjectSaysWhatIsAskedAndUntilWhenInTheOfficesZone() {
    assertThat(write(question(Form.ASKED, Part.CLEAR, Optional.empty())).subject())
        .isEqualTo("Please clear by 14:00: The bridge at Ellery");
    assertThat(write(question(Form.REMINDED, Part.CONSULT, Optional.empty())).subject())
        .isEqualTo("Reminder: please look at by 14:00: The bridge at Ellery");
    assertThat(write(question(Form.OVERTAKEN, Part.CLEAR, Optional.of(BRIDGE))).subject())
        .isEqualTo("Please clear the new text by 14:00: The bridge at Ellery");
    Letter yesterday =
        writer.write(
            List.of(question(Form.ASKED, Part.CLEAR, Optional.empty())),
            STAFF,
            NOON.minus(Duration.ofDays(1)));
    assertThat(yesterday.subject())
        .isEqualTo("Please clear by Mon 2 Mar 14:00: The bridge at Ellery");
  }

  @Test
  void aQuestionHoldsWhyUntilWhenTheTextAndALinkThatIsThisPersonsAlone() {
    Letter letter = write(question(Form.ASKED, Part.MANDATORY, Optional.empty()));

    assertThat(letter.text())
        .contains(
            "Office of the Legal Adviser is asked to clear this text by 14:00 on Monday 2 March"
                + " (Eastern Time).",
            "Why: every note is read by a lawyer.",
            "Only the final approver may go on without this answer.",
            "Bridge opens on Monday.",
            "Note note-1");
    AnswerLink ruths =
        new AnswerLink(
            "note-1", Digest.of(BRIDGE).hex(), "legal", "ruth.adler", TWO.plus(Duration.ofDays(3)));
    String page = "https://desk.example/answers/" + ruths.token(SECRET, AnswerLink.Way.LINK);
    assertThat(letter.text()).contains("\n" + page + "\n");
    assertThat(letter.html()).contains("<a href=\"" + page + "\"");
    assertThat(letter.token()).contains(ruths.token(SECRET, AnswerLink.Way.REPLY));
  }

  @Test
  void theDifferenceIsWordsAndMarksAndNeverColourAlone() {
    Letter letter = write(question(Form.OVERTAKEN, Part.CLEAR, Optional.of(BRIDGE)));

    assertThat(letter.text())
        .contains("Paragraph 1, changed: Bridge opens on [-Monday-]{+Tuesday+}.")
        .contains("that answer counts no longer");
    assertThat(letter.html())
        .contains("<b>Paragraph 1, changed</b>", "<del>Monday</del>", ">Tuesday</ins>")
        .contains("Struck through is gone, underlined is new.");
  }

  @Test
  void aReplyIsOfferedWhereItIsReadAndMeansOneThing() throws Exception {
    String offer = "Reply with CLEARED, or NOT CLEARED and why.";
    Told one = question(Form.ASKED, Part.CLEAR, Optional.empty());
    Told news = told(new Matter.Released(), BRIDGE, Optional.empty());
    Told other =
        told(
            new Matter.Question(
                Form.ASKED,
                new OfficeId("africa"),
                Part.CLEAR,
                "",
                Optional.empty(),
                Optional.empty()),
            BRIDGE,
            Optional.empty());

    assertThat(write(one).text()).contains(offer);
    assertThat(write(one, news).text()).containsOnlyOnce(offer);
    assertThat(write(one, other).text()).doesNotContain(offer);
    assertThat(write(one, other).token()).isEmpty();
    assertThat(write(news).text()).doesNotContain(offer);
    Letter unread = writer(Optional.empty()).write(List.of(one), STAFF, NOON);
    assertThat(unread.text()).doesNotContain("Reply");
    assertThat(unread.token()).isEmpty();
  }

  @Test
  void aMailThatAsksOneThingCanBeAnsweredByItsId() throws Exception {
    Letter letter = write(question(Form.ASKED, Part.CLEAR, Optional.empty()));
    MimeMessage mail = mail(letter);

    assertThat(mail.getMessageID())
        .isEqualTo("<answer." + letter.token().orElseThrow() + "@press.example>");
    assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("answers@house.example"));
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(((Multipart) mail.getContent()).getContentType())
        .startsWith("multipart/alternative");
  }

  @Test
  void aMailThatTellsHasItsDeliverysIdAndNoReplyWhereNobodyReads() throws Exception {
    MimeMessage mail =
        mail(
            writer(Optional.empty())
                .write(
                    List.of(told(new Matter.Released(), BRIDGE, Optional.empty())), STAFF, NOON));

    assertThat(mail.getMessageID()).isEqualTo("<0123456789abcdef@press.example>");
    assertThat(mail.getHeader("Reply-To")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Released: The bridge at Ellery");
  }

  @Test
  void severalThingsAreOneMailWithWhatIsWantedFirst() {
    Told news = told(new Matter.Released(), BRIDGE, Optional.empty());
    Told one = question(Form.ASKED, Part.CLEAR, Optional.empty());
    Letter letter = write(news, one);

    assertThat(letter.subject())
        .isEqualTo("Please clear by 14:00: The bridge at Ellery (and 1 more)");
    assertThat(letter.text().indexOf("is asked to clear"))
        .isLessThan(letter.text().indexOf("The text is public."));
    assertThat(letter.text()).contains("https://news.example/notes/note-1");
    assertThat(write(one, question(Form.ASKED, Part.CONSULT, Optional.empty())).subject())
        .isEqualTo("2 texts wait for you. First: Please clear by 14:00: The bridge at Ellery");
  }

  @Test
  void anObjectionIsQuotedAndCannotBreakThePage() {
    Letter letter =
        write(
            told(
                new Matter.Objection(LEGAL, RUTH, "Not <b>ours</b>.\nAsk Africa.", true),
                BRIDGE,
                Optional.empty()));
    assertThat(letter.text()).contains("> Not <b>ours</b>.\n> Ask Africa.\n");
    assertThat(letter.html()).contains("Not &lt;b&gt;ours&lt;/b&gt;.<br>Ask Africa.");
    assertThat(letter.subject())
        .isEqualTo("Returned by Office of the Legal Adviser: The bridge at Ellery");
  }

  @Test
  void everyKindOfNoticeHasItsWords() {
    PersonId somebody = new PersonId("gone.person");
    for (Matter matter :
        List.of(
            new Matter.Informed(LEGAL, "it is kept"),
            new Matter.Kept(LEGAL, "Unchanged.", Digest.of(BRIDGE)),
            new Matter.Silence(LEGAL, Part.CLEAR, Optional.of(TWO)),
            new Matter.NobodyThere(LEGAL, Part.MANDATORY, Optional.empty()),
            new Matter.Objection(OfficeId.NONE, somebody, "Nobody had to.", true),
            new Matter.Proposal(LEGAL, RUTH, "", Digest.of(BRIDGE)),
            new Matter.ApprovalAwaited(false),
            new Matter.ApprovalAwaited(true),
            new Matter.Cleared(somebody, Matter.Cleared.How.IN_ORDER),
            new Matter.Cleared(somebody, Matter.Cleared.How.IN_EMERGENCY),
            new Matter.Cleared(somebody, Matter.Cleared.How.AFTER_THE_FACT),
            new Matter.Overdue(somebody),
            new Matter.Released())) {
      Letter letter = write(told(matter, MENDED, Optional.of(BRIDGE)));
      assertThat(letter.subject()).endsWith(": The bridge at Ellery").doesNotContain("  ");
      assertThat(letter.text().lines().findFirst().orElseThrow()).as(letter.text()).isNotBlank();
      assertThat(letter.html()).doesNotContain("null");
    }
  }

  private static MimeMessage mail(Letter letter) throws Exception {
    Mails mails =
        new Mails(
            new Letterhead(new InternetAddress("press@press.example", "Press Office"), NEWSROOM));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mails
        .notice(
            new Recipient("0123456789abcdef", "ruth.adler", "ruth@house.example", "Ruth Adler"),
            letter,
            NOON)
        .writeTo(out);
    return new MimeMessage(null, new ByteArrayInputStream(out.toByteArray()));
  }

  // To who is outside the house

  private static final OfficeId NORWAY = new OfficeId("external.norway");

  private Letter outside(Matter matter) {
    return writer.invitation(
        List.of(
            new Notice(
                new PersonId("0f"), Optional.empty(), "note-1", Digest.of(BRIDGE), NOON, matter)),
        STAFF);
  }

  @Test
  void anInvitationShowsNothingOfTheText() {
    Letter letter = outside(new Matter.Invitation(NORWAY, "invitation-1", "Kari Nordmann", TWO));
    String page =
        "https://desk.example/invitations/"
            + new InvitationLink("note-1", "invitation-1").token(SECRET);
    assertThat(letter.subject()).isEqualTo("The Press Office asks you to clear a text");
    assertThat(letter.text())
        .contains("To Kari Nordmann", "\n" + page + "\n", "until 19:00 on Monday 2 March");
    assertThat(letter.html()).contains("<a href=\"" + page + "\"");
    assertThat(letter.text() + letter.html() + letter.subject())
        .doesNotContain("bridge", "Bridge", "answers/");
    assertThat(letter.token()).isEmpty();
    assertThat(letter.replies()).isEmpty();
  }

  @Test
  void aCodeIsInItsMailAndInNoOther() {
    String code = new InvitationLink("note-1", "invitation-1").code(SECRET, 2);
    Letter letter = outside(new Matter.Code(NORWAY, "invitation-1", "Kari Nordmann", 2, TWO));
    assertThat(letter.text())
        .contains("Your code: " + code.substring(0, 4) + " " + code.substring(4))
        .doesNotContain("https://", "bridge");
    assertThat(letter.subject()).doesNotContain(code, code.substring(0, 4));
    assertThat(outside(new Matter.Invitation(NORWAY, "invitation-1", "Kari", TWO)).text())
        .doesNotContain(code.substring(0, 4));
  }

  @Test
  void thePartyIsCalledByItsName() {
    Letter letter =
        writer.write(
            List.of(
                told(
                    new Matter.Objection(NORWAY, new PersonId("0f"), "Not agreed.", true),
                    BRIDGE,
                    Optional.empty())),
            STAFF.with(java.util.Map.of(NORWAY, "Kari Nordmann, Ministry of Fisheries")),
            NOON);
    assertThat(letter.text())
        .contains("Kari Nordmann, Ministry of Fisheries did not clear the text.", "Not agreed.")
        .doesNotContain("0f ", "external.");
  }
}
