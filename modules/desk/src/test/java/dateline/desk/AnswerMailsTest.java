package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.MannerV1;
import dateline.desk.AnswerMails.Verdict;
import dateline.desk.TestDesk.Given;
import dateline.note.MediaNote;
import dateline.runtime.AnswerLink;
import dateline.runtime.LogUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail to the desk does; it is noon of the second of March. */
class AnswerMailsTest {

  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.paragraphs("A bridge opens", "For 7 million.");
  private static final String LEA = "Lea Legal <Lea.Legal@example.org>";

  @TempDir Path folder;
  private TestDesk desk;
  private ReviewFacts review;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    review = new ReviewFacts(desk.facts, NOTE);
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        review.requested(1, TEXT, 1, ReviewFacts.line("legal", "CLEAR", false, 1)),
        review.asked(ReviewFacts.DUE, "legal"));
    desk.doing(_ -> review.answered("legal", "CLEARED", "lea.legal", TEXT, byMail()));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aReplyClearsForTheOffice() {
    Verdict verdict = take(reply(LEA, "Cleared.\r\n\r\n> Is this text cleared?\r\n"));

    assertThat(verdict.status()).isEqualTo(250);
    assertThat(verdict.line())
        .isEqualTo(
            "2.0.0 RECORDED Office legal has cleared this text: said by Name of lea.legal by e-mail on Monday, March 2, 2026, 8:00 AM EST.");
    ClearanceCommandV1 command = command();
    assertThat(command.getActor()).isEqualTo(new ActorV1("lea.legal", "legal", "REVIEWER"));
    assertThat(command.getAnswerForOffice().getAnswer()).isEqualTo("CLEARED");
    assertThat(command.getAnswerForOffice().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command.getAnswerForOffice().getManner()).isEqualTo(byMail());
  }

  @Test
  void aMailThatComesTwiceIsOneAnswer() {
    take("Received: from a.example\r\n" + reply(LEA, "Cleared."));
    take("Received: from b.example\r\n" + reply(LEA, "Cleared."));
    take(reply(LEA, "Cleared.").replace("<1@mail.example>", "<2@mail.example>"));

    assertThat(desk.given.get(1).commandId()).isEqualTo(desk.given.getFirst().commandId());
    assertThat(desk.given.stream().map(Given::commandId).distinct()).hasSize(2);
  }

  @Test
  void anObjectionGoesWithItsReason() {
    desk.doing(_ -> desk.facts.returned(NOTE, TEXT, "legal"));
    assertThat(take(reply(LEA, "Not cleared: wrong sum.")).line())
        .startsWith("2.0.0 RECORDED Office legal has not cleared this text");
    assertThat(command().getAnswerForOffice().getReason()).isEqualTo("wrong sum.");
  }

  @Test
  void theTokenIsFoundInReferencesFoldedAndEncodedToo() {
    String token = token("legal", "lea.legal");
    String folded =
        "<answer." + token.substring(0, 60) + "\r\n " + token.substring(60) + "@desk.example>";
    String encoded = "=?utf-8?Q?=3Canswer.%s=40desk.example=3E?=".formatted(token);
    for (String header :
        new String[] {
          "References: <first@x.example>\r\n <answer." + token + "@desk.example> <last@x.example>",
          "In-Reply-To: " + folded,
          "In-Reply-To: " + encoded
        }) {
      String mail = reply(LEA, "Cleared.").replaceFirst("In-Reply-To: [^\r]*", "@@");
      assertThat(take(mail.replace("@@", header)).status()).as(header).isEqualTo(250);
    }
  }

  @Test
  void aMailInHtmlAloneIsRead() {
    String html =
        "<html><head><style>p{}</style></head><body><div dir=ltr><b>Not cleared</b>: the sum<br>is wrong.</div>"
            + "<div class=gmail_quote>On Monday wrote:<blockquote>CLEARED?</blockquote></div></body></html>";
    desk.doing(_ -> desk.facts.returned(NOTE, TEXT, "legal"));

    take(reply(LEA, html).replace("text/plain; charset=utf-8", "text/html; charset=utf-8"));

    assertThat(command().getAnswerForOffice().getReason()).isEqualTo("the sum\nis wrong.");
  }

  @Test
  void whatStandsBehindTheBeginningOfTheFormerMailIsNotTheirs() {
    take(
        reply(LEA, "<p>Cleared.</p><div id=appendonsend></div><p>Change the sum.</p>")
            .replace("text/plain", "text/html"));
    assertThat(command().getAnswerForOffice().getReason()).isEmpty();
  }

  @Test
  void ofSeveralPartsTheFirstThatIsTextIsRead() {
    String parts =
        """
        --x
        Content-Type: multipart/alternative; boundary=y

        --y
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        Q2xlYXJlZC4=
        --y
        Content-Type: text/html

        <p>NOT CLEARED</p>
        --y--
        --x
        Content-Type: text/plain
        Content-Disposition: attachment; filename=a.txt

        NOT CLEARED
        --x--
        """;
    String mail =
        reply(LEA, parts.replace("\n", "\r\n"))
            .replaceFirst("text/plain; charset=utf-8", "multipart/mixed; boundary=x");
    assertThat(take(mail).status()).isEqualTo(250);
    assertThat(command().getAnswerForOffice().getAnswer()).isEqualTo("CLEARED");
  }

  // What is not taken

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "Auto-Submitted: auto-generated (rejected)"
      })
  void whatAMachineWroteIsIgnored(String header) {
    assertThat(take(header + "\r\n" + reply(LEA, "Cleared.")).code()).isEqualTo("IGNORED");
    assertThat(desk.given).isEmpty();
    assertThat(take("Auto-Submitted: no\r\n" + reply(LEA, "Cleared.")).code())
        .isEqualTo("RECORDED");
  }

  @Test
  void whatIsNoAnswerIsToldToWhoSentIt() {
    Verdict verdict = take(reply(LEA, "Cleared, but change the sum."));
    assertThat(verdict.status()).isEqualTo(550);
    assertThat(verdict.line())
        .startsWith("5.7.1 NO_ANSWER Nothing is recorded: a reply begins with");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void anotherAddressThanThePersonsIsRefused() {
    for (String from :
        new String[] {
          "mallory@example.com",
          "lea.legal@example.org, mallory@example.com",
          "Lea.Legal@example.org <m@x.example>"
        }) {
      assertThat(take(reply(from, "Cleared.")).code()).as(from).isEqualTo("NOT_THEIR_ADDRESS");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void withoutATokenOrWithAWrongOneNothingIsRecorded() {
    String mail = reply(LEA, "Cleared.");
    isRefused(mail.replaceFirst("In-Reply-To: [^\r]*\r\n", ""), "NOT_A_REPLY");
    isRefused(mail.replaceFirst("<answer\\.[^>]*>", "<hello@desk.example>"), "NOT_A_REPLY");
    isRefused(mail.replaceFirst("<answer\\.....", "<answer.AAAA"), "LINK_DAMAGED");
    isRefused(mail.replaceFirst("Message-ID: [^\r]*\r\n", ""), "NO_MESSAGE_ID");
    isRefused(
        reply(LEA, "Cleared.", token("legal", "lea.legal", Instant.parse("2026-03-02T12:00:00Z"))),
        "LINK_EXPIRED");
    isRefused(reply(LEA, "Cleared.", token("europe", "lea.legal")), "NOT_OF_THAT_OFFICE");
    isRefused(reply(LEA, "Cleared.", token("legal", "nobody.here")), "UNKNOWN_PERSON");
    assertThat(desk.given).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STALE_TEXT",
        "ALREADY_ANSWERED",
        "OWN_TEXT",
        "RECUSED",
        "NOTE_RETURNED",
        "NOTE_RECALLED",
        "REASON_MISSING",
        "INFORM_ONLY",
        "SET_ASIDE"
      })
  void aRefusalIsOneLineForTheSender(String code) {
    desk.refusing(code);
    Verdict verdict = take(reply(LEA, "Cleared."));
    assertThat(verdict.status()).isEqualTo(550);
    assertThat(verdict.line())
        .startsWith("5.7.1 " + code + ' ')
        .doesNotContain("\n")
        .hasSizeLessThan(500);
  }

  @Test
  void whatCannotBeKeptIsToBeSentAgain() {
    desk.logIs(
        CompletableFuture.failedFuture(
            new LogUnavailableException("topic", new IllegalStateException("away"))));
    Verdict verdict = take(reply(LEA, "Cleared."));
    assertThat(verdict.status()).isEqualTo(451);
    assertThat(verdict.line()).startsWith("4.3.0 LOG_UNAVAILABLE ");
  }

  @Test
  void whatIsNotDecidedYetIsToBeSentAgainSoThatItsSenderHears() {
    try (TestDesk slow = new TestDesk(folder.resolve("slow"))) {
      slow.apply(slow.facts.created(NOTE, "c", TEXT));
      assertThat(take(slow, reply(LEA, "Cleared.")).line()).startsWith("4.3.0 UNDER_WAY ");
    }
  }

  @Test
  void aTextInAnotherAlphabetIsStillOneLineOfAscii() {
    assertThat(new Verdict(550, "NO_ANSWER", "Ведомство\r\n250 no\u0000").line())
        .isEqualTo("5.7.1 NO_ANSWER 250 no");
  }

  /** Whatever bytes come, their sender hears something, and only a genuine token asks an engine. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void hostileMailsAreAnswered(long seed) {
    Random random = new Random(seed);
    desk.refusing("STALE_TEXT");
    String mail =
        reply(LEA, "<div>Cleared.</div>").replace("text/plain", "multipart/mixed; boundary=\"\"");
    for (int round = 0; round < 300; round++) {
      byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(1, 12); change > 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(desk.mails().take(bytes).line())
          .as("seed %d, round %d", seed, round)
          .matches("[245]\\.[0-9]\\.[0-9] [A-Z_]+ [ -~]*");
    }
    assertThat(desk.given).allSatisfy(given -> assertThat(given.key()).isEqualTo(NOTE));
  }

  @Test
  void partsInPartsAndElementsInElementsAreNoWayToStopIt() {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      parts.append("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
    }
    String deep =
        reply(LEA, parts.toString())
            .replaceFirst("text/plain; charset=utf-8", "multipart/mixed; boundary=b0");
    assertThat(take(deep).code()).isEqualTo("NO_ANSWER");
    String nested = reply(LEA, "<div>".repeat(40_000)).replaceFirst("text/plain", "text/html");
    assertThat(take(nested).code()).isEqualTo("NO_ANSWER");
    assertThat(take(reply(LEA, "on ".repeat(80_000) + "wrote:")).code()).isEqualTo("NO_ANSWER");
  }

  private void isRefused(String mail, String code) {
    Verdict verdict = take(mail);
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.status()).isEqualTo(550);
  }

  private Verdict take(String mail) {
    return take(desk, mail);
  }

  private static Verdict take(TestDesk desk, String mail) {
    return desk.mails().take(mail.getBytes(StandardCharsets.UTF_8));
  }

  private ClearanceCommandV1 command() {
    return (ClearanceCommandV1) desk.given.getLast().command();
  }

  private static MannerV1 byMail() {
    return new MannerV1("EMAIL", null, null);
  }

  private static String token(String office, String person) {
    return token(office, person, Instant.parse("2026-03-04T12:00:00Z"));
  }

  private static String token(String office, String person, Instant until) {
    return new AnswerLink(NOTE, Facts.digest(TEXT), office, person, until)
        .token(TestDesk.SECRET, AnswerLink.Way.REPLY);
  }

  private static String reply(String from, String text) {
    return reply(from, text, token("legal", "lea.legal"));
  }

  private static String reply(String from, String text, String token) {
    return """
    Message-ID: <1@mail.example>
    From: %s
    To: clearance@desk.example
    Subject: Re: Your clearance is asked
    In-Reply-To: <answer.%s@desk.example>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .replace("\n", "\r\n")
        .formatted(from, token, text);
  }
}
