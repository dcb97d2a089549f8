package dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ActorV1;
import dateline.contracts.AddressV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.MannerV1;
import dateline.contracts.Topic;
import dateline.contracts.UseInvitationV1;
import dateline.desk.TestDesk.Given;
import dateline.note.MediaNote;
import dateline.runtime.InvitationLink;
import dateline.runtime.LogRecord;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who outside the house holds a link sees a door; a mailed code opens it. It is noon of the second
 * of March.
 */
class InvitationPagesTest {

  private static final String NOTE = "ab12".repeat(8);
  private static final String PARTY = "external.norway";
  private static final InvitationLink LINK = new InvitationLink(NOTE, "invitation-1");
  private static final String TOKEN = LINK.token(TestDesk.SECRET);
  private static final Instant LATER = Instant.parse("2026-03-04T12:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant SOON = Instant.parse("2026-03-02T12:15:00Z");
  private static final MediaNote TEXT =
      Facts.paragraphs("A joint bridge", "For 7 million <b>only</b>.", "Come & see.");
  private static final MediaNote CHANGED =
      Facts.paragraphs("A joint bridge", "For 8 million <b>only</b>.", "Come & see.");

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
        review.requested(1, TEXT, 1, ReviewFacts.line("legal", "CLEAR", true, 1)),
        review.added(ReviewFacts.line(PARTY, "CLEAR", false, 1)),
        review.invited(PARTY, "invitation-1", TEXT, LATER),
        review.asked(null, PARTY));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theLinkAloneShowsNothingOfTheText() {
    Content door = (Content) get(Optional.empty());

    assertThat(door.status()).isEqualTo(200);
    assertThat(door.body().text())
        .contains(
            "Office press asks you to clear a text",
            "Kari Nordmann, Ministry of &lt;Ports&gt;",
            "Mail me a code",
            "Wednesday, March 4, 2026, 7:00 AM EST")
        .doesNotContain("bridge", "7 million", "legal", "<script", "style=\"");
    assertThat(door.header("Cache-Control")).contains("no-store");
    assertThat(door.header("Referrer-Policy")).contains("no-referrer");
    assertThat(desk.given).as("to look does nothing").isEmpty();
  }

  @Test
  void aCodeIsMailedWhenItIsAskedFor() {
    desk.doing(_ -> review.used(PARTY, "invitation-1", "CODE_ASKED", 1, SOON));

    Response answer = post("do=mail", Optional.empty());

    assertThat(answer.status()).isEqualTo(303);
    ClearanceCommandV1 command = command();
    assertThat(command.getActor())
        .isEqualTo(new ActorV1(ReviewFacts.GUEST, PARTY, "EXTERNAL_CLEARER"));
    assertThat(command.getUseInvitation())
        .isEqualTo(new UseInvitationV1("invitation-1", "CODE_ASKED", 0));
    assertThat(text(get(Optional.empty())))
        .contains("Code from the mail", "Mail me another code")
        .doesNotContain(LINK.code(TestDesk.SECRET, 1), "bridge");
  }

  @Test
  void whoseAddressWasForgottenIsToldThatNoCodeCanBeMailed() {
    desk.apply(
        desk.facts.record(
            Topic.ADDRESSES, ReviewFacts.GUEST, new AddressV1("kari@ports.example", "Kari", "")));
    desk.doing(_ -> review.used(PARTY, "invitation-1", "CODE_ASKED", 1, SOON));
    assertThat(post("do=mail", Optional.empty()).status()).isEqualTo(303);
    int before = desk.given.size();

    desk.apply(new LogRecord(Topic.ADDRESSES, 0, 999, ReviewFacts.GUEST, Optional.empty()));

    Response answer = post("do=mail", Optional.empty());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(text(answer)).contains("no longer on file here");
    assertThat(desk.given).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "+%s+", "plain"})
  void theCodeOpensTheTextInThisBrowserAndNoOther(String typing) {
    mailed(1);
    desk.doing(_ -> review.used(PARTY, "invitation-1", "OPENED", 1, null));
    String code = LINK.code(TestDesk.SECRET, 1);
    String typed =
        typing.equals("plain")
            ? code.substring(0, 4) + "+" + code.substring(4)
            : typing.formatted(code);

    Response answer = post("do=open&code=" + typed, Optional.empty());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(command().getUseInvitation())
        .isEqualTo(new UseInvitationV1("invitation-1", "OPENED", 1));
    String keep = ((Response.Empty) answer).headers().getOrDefault("Set-Cookie", "");
    assertThat(keep)
        .contains("HttpOnly", "SameSite=Lax", "Path=/invitations/" + TOKEN)
        .doesNotContain(code);
    assertThat(text(get(Optional.of(keep.substring(0, keep.indexOf(';'))))))
        .contains(
            "May this text go out?",
            "A joint bridge",
            "For 7 million &lt;b&gt;only&lt;/b&gt;.",
            "It may go out as it is")
        .doesNotContain("Office legal", "Who has this text");
    assertThat(text(get(Optional.empty()))).doesNotContain("7 million");
    assertThat(text(get(Optional.of("dateline-invitation=" + "0".repeat(32)))))
        .doesNotContain("7 million");
  }

  @Test
  void aWrongCodeIsOnTheRecordAndOpensNothing() {
    mailed(1);
    desk.doing(_ -> review.used(PARTY, "invitation-1", "WRONG_CODE", 1, SOON));

    Response answer = post("do=open&code=12345678", Optional.empty());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(command().getUseInvitation())
        .isEqualTo(new UseInvitationV1("invitation-1", "WRONG_CODE", 1));
    assertThat(text(answer))
        .contains("That is not the code", "You can try 4 times more", "aria-invalid")
        .doesNotContain("7 million");
    post("do=open&code=12345678", Optional.empty());
    assertThat(desk.given.get(1).commandId())
        .as("the same form sent twice is one try")
        .isEqualTo(desk.given.getFirst().commandId());
  }

  @Test
  void theCodeOfAnotherMailOrLinkIsNone() {
    mailed(2);
    desk.doing(_ -> review.used(PARTY, "invitation-1", "WRONG_CODE", 2, SOON));
    for (String code :
        List.of(
            LINK.code(TestDesk.SECRET, 1),
            new InvitationLink(NOTE, "invitation-2").code(TestDesk.SECRET, 2),
            LINK.code("another secret of tests", 2))) {
      post("do=open&code=" + code, Optional.empty());
      assertThat(command().getUseInvitation().getUse()).isEqualTo("WRONG_CODE");
      desk.given.clear();
    }
  }

  @Test
  void whatCannotBeACodeIsNoTry() {
    mailed(1);
    for (String typed : List.of("", "1234567", "bridge", "123456789")) {
      assertThat(text(post("do=open&code=" + typed, Optional.empty()))).contains("has 8 digits");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aBrowserKeepsTheTextOpenForItsHoursAndNoLonger() {
    opened();
    String over = "dateline-invitation=" + LINK.opened(TestDesk.SECRET, NOON);
    assertThat(text(get(Optional.of(over)))).doesNotContain("7 million");
    String longer = over.replace("=" + NOON.getEpochSecond(), "=" + LATER.getEpochSecond());
    assertThat(text(get(Optional.of(longer)))).doesNotContain("7 million");
  }

  @Test
  void whatAnotherPersonClearedIsNotShownToThisOne() {
    opened();
    desk.apply(
        review.answered(PARTY, "CLEARED", "1e".repeat(16), TEXT, byLink()),
        desk.facts.reopened(NOTE, 1),
        desk.facts.revised(NOTE, "r", 2, CHANGED),
        desk.facts.submitted(NOTE, 2, CHANGED),
        review.requested(2, CHANGED, 1, ReviewFacts.line(PARTY, "CLEAR", false, 1)),
        review.invited(PARTY, "invitation-1", CHANGED, LATER));
    assertThat(text(get(Optional.of(opened()))))
        .contains("8 million")
        .doesNotContain("What changed", "7 million");
  }

  @Test
  void anOldCodeIsNotTried() {
    desk.apply(
        review.used(
            PARTY, "invitation-1", "CODE_ASKED", 1, Instant.parse("2026-03-02T12:00:00.1Z")));
    Response answer = post("do=open&code=" + LINK.code(TestDesk.SECRET, 1), Optional.empty());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(text(answer)).contains("was used or is too old", "Mail me a code");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void whoHasReadClears() {
    String cookie = opened();
    desk.doing(_ -> review.answered(PARTY, "CLEARED", ReviewFacts.GUEST, TEXT, byLink()));

    Response answer = post("do=clear", Optional.of(cookie));

    assertThat(text(answer)).contains("Thank you: it is recorded", "You cleared the text as it is");
    ClearanceCommandV1 command = command();
    assertThat(command.getActor())
        .isEqualTo(new ActorV1(ReviewFacts.GUEST, PARTY, "EXTERNAL_CLEARER"));
    assertThat(command.getAnswerForOffice().getAnswer()).isEqualTo("CLEARED");
    assertThat(command.getAnswerForOffice().getDigest()).isEqualTo(Facts.digest(TEXT));
    assertThat(command.getAnswerForOffice().getManner()).isEqualTo(byLink());
    assertThat(text(get(Optional.of(cookie))))
        .contains("you said that the text may go out as it is");
  }

  @Test
  void anObjectionGoesWithItsReason() {
    String cookie = opened();
    desk.doing(_ -> desk.facts.returned(NOTE, TEXT, PARTY));
    post("do=object&reason=+Not+agreed.+", Optional.of(cookie));
    assertThat(command().getAnswerForOffice().getAnswer()).isEqualTo("NOT_CLEARED");
    assertThat(command().getAnswerForOffice().getReason()).isEqualTo("Not agreed.");
  }

  @Test
  void anObjectionWithoutAReasonComesBackWithWhatWasTyped() {
    String cookie = opened();
    desk.refusing("REASON_MISSING");
    Response answer = post("do=object&reason=%E2%80%93", Optional.of(cookie));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(text(answer)).contains("Not recorded yet", ">–</textarea>", "7 million");
  }

  @Test
  void whoHasNotReadAnswersNothing() {
    opened();
    for (String form : List.of("do=clear", "do=object&reason=No")) {
      Response answer = post(form, Optional.empty());
      assertThat(answer.status()).isEqualTo(422);
      assertThat(text(answer)).contains("Nothing is recorded").doesNotContain("7 million");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void theCookieOfALinkThatWasNeverOpenedOpensNothing() {
    String forged = "dateline-invitation=" + LINK.opened(TestDesk.SECRET, LATER);
    assertThat(text(get(Optional.of(forged)))).doesNotContain("7 million");
  }

  @Test
  void anEndedLinkSaysWhy() {
    String cookie = opened();
    desk.apply(review.revoked(PARTY));
    isGone("LINK_REVOKED", cookie);
  }

  @Test
  void aLockedLinkSaysSo() {
    String cookie = opened();
    for (int i = 0; i < 5; i++) {
      desk.apply(review.used(PARTY, "invitation-1", "WRONG_CODE", 1, SOON));
    }
    isGone("LINK_LOCKED", cookie);
  }

  @Test
  void aLinkEnds() {
    desk.apply(
        review.invited(PARTY, "invitation-1", TEXT, Instant.parse("2026-03-02T12:00:00.123456Z")));
    isGone("LINK_EXPIRED", opened());
  }

  @Test
  void aNewerLinkTakesItsPlace() {
    String cookie = opened();
    desk.apply(review.invited(PARTY, "invitation-2", TEXT, LATER));
    isGone("ANOTHER_LINK", cookie);
  }

  @Test
  void aNewTextIsNotShownByAnOldLink() {
    String cookie = opened();
    desk.apply(desk.facts.reopened(NOTE, 1), desk.facts.revised(NOTE, "r", 2, CHANGED));
    isGone("LINK_OF_FORMER_TEXT", cookie);
    desk.apply(
        desk.facts.submitted(NOTE, 2, CHANGED),
        review.requested(
            2,
            CHANGED,
            1,
            ReviewFacts.line("legal", "CLEAR", true, 1),
            ReviewFacts.line(PARTY, "CLEAR", false, 1)));
    isGone("LINK_OF_FORMER_TEXT", cookie);
  }

  @Test
  void whoIsTakenOffTheListReadsNothingAnyMore() {
    String cookie = opened();
    desk.apply(review.removed(PARTY));
    isGone("LINK_OF_FORMER_TEXT", cookie);
  }

  @Test
  void anApprovedTextIsAskedAboutNoMore() {
    String cookie = opened();
    desk.apply(desk.facts.approved(NOTE, 1, TEXT));
    isGone("NOTHING_ASKED", cookie);
  }

  @Test
  void ofANewTextTheyAreShownWhatChangedSinceTheOneTheyCleared() {
    opened();
    desk.apply(
        review.answered(PARTY, "CLEARED", ReviewFacts.GUEST, TEXT, byLink()),
        desk.facts.reopened(NOTE, 1),
        desk.facts.revised(NOTE, "r", 2, CHANGED),
        desk.facts.submitted(NOTE, 2, CHANGED),
        review.requested(2, CHANGED, 1, ReviewFacts.line(PARTY, "CLEAR", false, 1)),
        review.invited(PARTY, "invitation-1", CHANGED, LATER));
    assertThat(text(get(Optional.of(opened()))))
        .contains(
            "What changed since the text you cleared", "<del", "<ins", "deleted: ", "inserted: ");
  }

  @Test
  void noCharacterOfALinkCanBeAnother() {
    for (int i = 0; i < TOKEN.length(); i += 5) {
      String other =
          TOKEN.substring(0, i) + (TOKEN.charAt(i) == 'A' ? 'B' : 'A') + TOKEN.substring(i + 1);
      Response answer = desk.answer(Request.of("GET", "/invitations/" + other));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(text(answer)).contains("LINK_DAMAGED");
    }
    assertThat(
            desk.answer(Request.of("GET", "/invitations/" + LINK.token("another secret of tests")))
                .status())
        .isEqualTo(403);
  }

  @Test
  void theNoteSaysWhoIsInvitedAndWhatTheyDid() {
    opened();
    var line = desk.read(Facts.AUTHOR, "/api/notes/" + NOTE).at("/clearance/lines/1");
    assertThat(line.path("office").asText()).isEqualTo(PARTY);
    assertThat(line.path("officeName").asText()).isEqualTo("Kari Nordmann, Ministry of <Ports>");
    assertThat(line.at("/invitation/openedAt").asText()).isNotBlank();
    assertThat(line.at("/invitation/codesAsked").asInt()).isEqualTo(1);
    assertThat(desk.read(Facts.AUTHOR, "/api/notes/" + NOTE).path("history").toString())
        .contains("ClearerInvited", "code 1 was asked for", "the text was shown, for code 1");
  }

  private void isGone(String code, String cookie) {
    int before = desk.given.size();
    for (Response answer :
        List.of(
            get(Optional.of(cookie)),
            get(Optional.empty()),
            post("do=clear", Optional.of(cookie)),
            post("do=mail", Optional.empty()))) {
      assertThat(answer.status()).isEqualTo(410);
      assertThat(text(answer)).contains(code).doesNotContain("7 million", "8 million", "bridge");
    }
    assertThat(desk.given).hasSize(before);
  }

  private void mailed(int code) {
    desk.apply(review.used(PARTY, "invitation-1", "CODE_ASKED", code, SOON));
  }

  /** The cookie of a browser in which the text was opened. */
  private String opened() {
    mailed(1);
    desk.apply(review.used(PARTY, "invitation-1", "OPENED", 1, null));
    return "dateline-invitation=" + LINK.opened(TestDesk.SECRET, LATER);
  }

  private static MannerV1 byLink() {
    return new MannerV1("LINK", null, null);
  }

  private Response get(Optional<String> cookie) {
    return desk.answer(with(cookie, Request.of("GET", "/invitations/" + TOKEN)));
  }

  private Response post(String form, Optional<String> cookie) {
    return desk.answer(
        with(
            cookie,
            Request.of("POST", "/invitations/" + TOKEN)
                .withBody("application/x-www-form-urlencoded", form)));
  }

  private static Request with(Optional<String> cookie, Request request) {
    return cookie.map(kept -> request.withHeader("Cookie", "a=b; " + kept)).orElse(request);
  }

  private static String text(Response response) {
    return ((Content) response).body().text();
  }

  private ClearanceCommandV1 command() {
    Given last = desk.given.getLast();
    return (ClearanceCommandV1) last.command();
  }
}
