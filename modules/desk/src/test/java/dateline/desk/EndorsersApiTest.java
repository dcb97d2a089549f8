package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.AddEndorsersV1;
import dateline.contracts.EndorserProposalLeftV1;
import dateline.contracts.EndorserWithdrewV1;
import dateline.contracts.EndorsersAddedV1;
import dateline.contracts.EndorsersProposedV1;
import dateline.contracts.LeaveEndorsersV1;
import dateline.contracts.ProposeEndorsersV1;
import dateline.contracts.PublishingCommandV1;
import dateline.contracts.RemoveEndorserV1;
import dateline.contracts.Topic;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.LogRecord;
import dateline.runtime.http.Content;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who endorses a public joint statement, at the desk. */
class EndorsersApiTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final String PATH = "/api/notes/" + NOTE + "/endorsers";
  private static final MediaNote TEXT = Facts.text("We agree", Span.plain("We do."));
  private static final String DIGEST = Facts.digest(TEXT);

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.prepared(NOTE, 1, TEXT),
        desk.facts.released(NOTE, TEXT));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aPressOfficerProposesAndTheNoteShowsIt() {
    desk.doing(_ -> proposed("Norland", "Sudland"));

    Response response =
        post(
            Facts.AUTHOR,
            "/proposals",
            "\"names\":[\"Norland\",\"Sudland\"],\"reason\":\"Note verbale.\"");

    assertThat(command().getProposeEndorsers())
        .isEqualTo(new ProposeEndorsersV1(DIGEST, List.of("Norland", "Sudland"), "Note verbale."));
    assertThat(command().getActor().getRole()).isEqualTo("PRESS_OFFICER");
    JsonNode release = json(response).path("release");
    assertThat(release.path("endorsers")).isEmpty();
    assertThat(release.path("proposedEndorsers").findValuesAsText("name"))
        .containsExactly("Norland", "Sudland");
    JsonNode one = release.path("proposedEndorsers").path(0);
    assertThat(one.path("person").asText()).isEqualTo(Facts.AUTHOR);
    assertThat(one.path("reason").asText()).isEqualTo("Note verbale.");
    assertThat(one.path("at").asText()).startsWith("2026-03-02T12:00:");
    assertThat(json(response).path("state").asText()).isEqualTo("RELEASED");
  }

  @Test
  void anApproverAddsThem() {
    desk.apply(proposed("Norland", "Sudland")).doing(_ -> added("Norland"));

    Response response = post("ann.approver", "", "\"names\":[\"Norland\"]");

    assertThat(command().getAddEndorsers())
        .isEqualTo(new AddEndorsersV1(DIGEST, List.of("Norland")));
    assertThat(command().getActor().getRole()).isEqualTo("APPROVER");
    JsonNode release = json(response).path("release");
    JsonNode norland = release.path("endorsers").path(0);
    assertThat(norland.path("name").asText()).isEqualTo("Norland");
    assertThat(norland.path("addedBy").asText()).isEqualTo("ann.approver");
    assertThat(norland.path("proposedBy").asText()).isEqualTo(Facts.AUTHOR);
    assertThat(norland.path("reason").asText()).isEqualTo("Note verbale.");
    assertThat(norland.has("withdrew")).isFalse();
    assertThat(release.path("proposedEndorsers").findValuesAsText("name"))
        .containsExactly("Sudland");
    assertThat(release.path("digest").asText()).isEqualTo(DIGEST);
    assertThat(release.path("version").asInt()).isEqualTo(1);
    assertThat(((Content) response).header("ETag")).contains("\"1.0.4\"");
  }

  @Test
  void aProposalIsTakenBackByEither() {
    desk.apply(proposed("Norland", "Sudland"))
        .doing(_ ->
            desk.facts.publishing(
                NOTE,
                Facts.AUTHOR,
                it ->
                    it.setEndorserProposalLeft(
                        new EndorserProposalLeftV1(DIGEST, List.of("Norland"), "A slip."))));

    Response response =
        post("ann.approver", "/leaving", "\"names\":[\"Norland\"],\"reason\":\"A slip.\"");

    assertThat(command().getLeaveEndorsers())
        .isEqualTo(new LeaveEndorsersV1(DIGEST, List.of("Norland"), "A slip."));
    assertThat(command().getActor().getRole()).isEqualTo("APPROVER");
    assertThat(json(response).path("release").path("proposedEndorsers").findValuesAsText("name"))
        .containsExactly("Sudland");
  }

  @Test
  void whoWithdrewIsStillThere() {
    desk.apply(proposed("Norland"), added("Norland"))
        .doing(_ ->
            desk.facts.publishing(
                NOTE,
                "ann.approver",
                it ->
                    it.setEndorserWithdrew(
                        new EndorserWithdrewV1(DIGEST, 1, "Norland", "Their wish."))));

    Response response =
        post("ann.approver", "/withdrawal", "\"name\":\"Norland\",\"reason\":\"Their wish.\"");

    assertThat(command().getRemoveEndorser())
        .isEqualTo(new RemoveEndorserV1(DIGEST, "Norland", "Their wish."));
    JsonNode norland = json(response).path("release").path("endorsers").path(0);
    assertThat(norland.path("withdrew").path("person").asText()).isEqualTo("ann.approver");
    assertThat(norland.path("withdrew").path("reason").asText()).isEqualTo("Their wish.");
    assertThat(json(response).path("history").findValuesAsText("what"))
        .endsWith("NoteReleased", "EndorsersProposed", "EndorsersAdded", "EndorserWithdrew");
  }

  @Test
  void theHistoryNamesSomeAndCountsTheRest() {
    String[] names = IntStream.range(1, 9).mapToObj(i -> "State " + i).toArray(String[]::new);
    desk.apply(proposed(names));
    assertThat(
            desk.read(Facts.AUTHOR, "/api/notes/" + NOTE)
                .path("history")
                .findValuesAsText("detail"))
        .endsWith("State 1, State 2, State 3, State 4, State 5 and 3 more: Note verbale.");
  }

  @ParameterizedTest
  @CsvSource({
    "OWN_PROPOSAL, 403",
    "OWN_TEXT, 403",
    "STALE_TEXT, 412",
    "NOT_RELEASED, 409",
    "NOT_A_JOINT_STATEMENT, 409",
    "NOT_PROPOSED, 409",
    "NO_NAMES, 422",
    "UNUSABLE_NAME, 422",
    "TOO_MANY_ENDORSERS, 422",
    "REASON_MISSING, 422"
  })
  void aRefusalOfTheEngineIsTold(String code, int status) {
    desk.refusing(code);
    Response response = post("ann.approver", "", "\"names\":[\"Norland\"]");
    assertThat(response.status()).isEqualTo(status);
    assertThat(json(response).path("code").asText()).isEqualTo(code);
  }

  @Test
  void whoLacksTheRoleOrSendsNoNameIsNotHeard() {
    assertThat(post("dan.duty", "/proposals", "\"names\":[\"Norland\"]").status()).isEqualTo(403);
    assertThat(post(Facts.AUTHOR, "", "\"names\":[\"Norland\"]").status()).isEqualTo(403);
    assertThat(post("ann.approver", "/withdrawal", "\"reason\":\"Theirs.\"").status())
        .isEqualTo(422);
    assertThat(post(Facts.AUTHOR, "/proposals", "\"names\":[\"Nor\\u0007land\"]").status())
        .isEqualTo(422);
    assertThat(post(Facts.AUTHOR, "/proposals", "\"names\":\"Norland\"").status()).isEqualTo(422);
    assertThat(desk.given).isEmpty();
  }

  private LogRecord proposed(String... names) {
    return desk.facts.publishing(
        NOTE,
        Facts.AUTHOR,
        it ->
            it.setEndorsersProposed(
                new EndorsersProposedV1(DIGEST, List.of(names), "Note verbale.")));
  }

  private LogRecord added(String... names) {
    return desk.facts.publishing(
        NOTE,
        "ann.approver",
        it -> it.setEndorsersAdded(new EndorsersAddedV1(DIGEST, 1, List.of(names))));
  }

  private Response post(String person, String where, String members) {
    return desk.answer(
        as(person, "POST", PATH + where)
            .withHeader("If-Match", "\"1.0.2\"")
            .withBody("application/json", "{\"digest\":\"%s\",%s}".formatted(DIGEST, members)));
  }

  private PublishingCommandV1 command() {
    assertThat(desk.given.getLast().topic()).isEqualTo(Topic.PUBLISHING_COMMANDS);
    return (PublishingCommandV1) desk.given.getLast().command();
  }
}
