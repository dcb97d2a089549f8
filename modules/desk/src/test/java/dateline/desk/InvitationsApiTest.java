package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.InviteClearerV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.SubscriberId;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action office asks somebody outside the house. */
class InvitationsApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));
  private static final String KARI = SubscriberId.of(TestDesk.SECRET, "kari@ports.example");

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
        review.requested(1, TEXT, 1, ReviewFacts.line("press", "CLEAR", false, 1)));
    desk.answering(given -> new Answer.Done(given.commandId(), given.key(), 1, List.of("event")));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theAddressIsKnownBeforeTheInvitationIsMade() {
    Response response = desk.answer(invite("norway", "kari@ports.example", ""));

    assertThat(response.status()).isEqualTo(200);
    assertThat(desk.given)
        .extracting(TestDesk.Given::topic)
        .containsExactly(Topic.NOTIFICATION_COMMANDS, Topic.CLEARANCE_COMMANDS);
    NotificationCommandV1 known = (NotificationCommandV1) desk.given.getFirst().command();
    assertThat(known.getSubscriberId()).isEqualTo(KARI);
    assertThat(known.getKnowClearer().getAddress()).isEqualTo("kari@ports.example");
    InviteClearerV1 invited =
        ((ClearanceCommandV1) desk.given.getLast().command()).getInviteClearer();
    assertThat(invited)
        .isEqualTo(
            new InviteClearerV1(
                Facts.digest(TEXT),
                "external.norway",
                KARI,
                "Kari Nordmann",
                false,
                Instant.parse("2026-03-09T12:00:00.123Z"),
                "They agreed to it."));
    assertThat(invited.toString())
        .as("no address is kept for ever")
        .doesNotContain("ports.example");
  }

  @Test
  void theSameRequestTwiceIsOneInvitation() {
    Request request = invite("norway", "kari@ports.example", "").withHeader("Idempotency-Key", "k");
    desk.answer(request);
    desk.answer(request);
    assertThat(desk.given.stream().map(TestDesk.Given::commandId).distinct()).hasSize(2);
  }

  @Test
  void howLongAndWhetherTheyMustIsSaid() {
    desk.answer(
        invite(
            "external.norway",
            "kari@ports.example",
            ",\"until\":\"2026-03-03T08:00:00Z\",\"mandatory\":true"));
    InviteClearerV1 invited =
        ((ClearanceCommandV1) desk.given.getLast().command()).getInviteClearer();
    assertThat(invited.getParty()).isEqualTo("external.norway");
    assertThat(invited.getUntil()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    assertThat(invited.getMandatory()).isTrue();
  }

  @Test
  void whoIsOfTheHouseIsNotOutsideIt() {
    isRefused(invite("norway", "Lea.Legal@example.org", ""), 422, "ADDRESS_OF_STAFF");
    assertThat(desk.given).isEmpty();
  }

  @Test
  void aPartyHasAPlainName() {
    for (String party : List.of("Norway", "a b", "-", "n".repeat(41), "external.")) {
      isRefused(invite(party, "kari@ports.example", ""), 422, "UNUSABLE_PARTY");
    }
    assertThat(desk.given).isEmpty();
  }

  @Test
  void anAddressThatIsNoneInvitesNobody() {
    desk.refusing("UNUSABLE_ADDRESS");
    isRefused(invite("norway", "kari", ""), 422, "UNUSABLE_ADDRESS");
    assertThat(desk.given)
        .extracting(TestDesk.Given::topic)
        .containsExactly(Topic.NOTIFICATION_COMMANDS);
  }

  @Test
  void nobodyIsInvitedBeforeItIsKnownWhetherTheyAreReached() {
    desk.silent();
    isRefused(invite("norway", "kari@ports.example", ""), 503, "ADDRESS_UNDER_WAY");
    assertThat(desk.given)
        .extracting(TestDesk.Given::topic)
        .containsExactly(Topic.NOTIFICATION_COMMANDS);
  }

  @Test
  void ofWhomNothingIsAskedNoAddressIsKept() {
    desk.answering(given ->
        given.topic() == Topic.CLEARANCE_COMMANDS
            ? new Answer.Refused(given.commandId(), given.key(), 1, "REASON_MISSING", "So. Do.")
            : new Answer.Done(given.commandId(), given.key(), 1, List.of("event")));
    isRefused(invite("norway", "kari@ports.example", ""), 422, "REASON_MISSING");
    NotificationCommandV1 last = (NotificationCommandV1) desk.given.getLast().command();
    assertThat(last.getSubscriberId()).isEqualTo(KARI);
    assertThat(last.getForgetClearer()).isNotNull();
  }

  @Test
  void onlyAPressOfficerInvites() {
    isRefused(
        body(
            as("lea.legal", "POST", "/api/notes/" + NOTE + "/invitations"), "norway", "k@x.no", ""),
        403,
        "ROLE_MISSING");
  }

  @Test
  void anInvitationIsEndedWithAReason() {
    desk.answer(
        as(
                Facts.AUTHOR,
                "DELETE",
                "/api/notes/" + NOTE + "/invitations/norway?reason=It+went+astray.")
            .withHeader("If-Match", "\"2.1.0\""));
    ClearanceCommandV1 command = (ClearanceCommandV1) desk.given.getLast().command();
    assertThat(command.getRevokeInvitation().getParty()).isEqualTo("external.norway");
    assertThat(command.getRevokeInvitation().getReason()).isEqualTo("It went astray.");
  }

  @Test
  void anAddressIsForgotten() {
    Response response =
        desk.answer(
            as(Facts.AUTHOR, "POST", "/api/clearers/forgetting")
                .withBody("application/json", "{\"address\":\"kari@ports.example\"}"));
    assertThat(json(response).path("state").asText()).isEqualTo("FORGOTTEN");
    NotificationCommandV1 command = (NotificationCommandV1) desk.given.getLast().command();
    assertThat(command.getSubscriberId()).isEqualTo(KARI);
    assertThat(command.getForgetClearer()).isNotNull();
  }

  private static Request invite(String party, String address, String more) {
    return body(
        as(Facts.AUTHOR, "POST", "/api/notes/" + NOTE + "/invitations"), party, address, more);
  }

  private static Request body(Request request, String party, String address, String more) {
    return request
        .withHeader("If-Match", "\"2.1.0\"")
        .withBody(
            "application/json",
            """
            {"digest":"%s","party":"%s","name":"Kari Nordmann","address":"%s","reason":"They agreed to it."%s}\
            """
                .formatted(Facts.digest(TEXT), party, address, more));
  }

  private void isRefused(Request request, int status, String code) {
    Response response = desk.answer(request);
    assertThat(response.status()).isEqualTo(status);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
  }
}
