package dateline.desk;

import static dateline.desk.TestDesk.as;
import static dateline.desk.TestDesk.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ClearanceRuleV1;
import dateline.contracts.DaysV1;
import dateline.contracts.DeadlineV1;
import dateline.contracts.DeputyV1;
import dateline.contracts.DirectoryEntryV1;
import dateline.contracts.OfficeCalendarV1;
import dateline.contracts.OfficeHoursV1;
import dateline.contracts.PersonV1;
import dateline.contracts.RulesV1;
import dateline.contracts.Topic;
import dateline.contracts.TwoApproversV1;
import dateline.note.MediaNote;
import dateline.note.Span;
import dateline.runtime.Answer;
import dateline.runtime.http.Content;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client is told what is so, also when it asked for nothing new or came too late. */
class WhatIsSoTest {
  private static final String NOTE = "ab12".repeat(8);
  private static final MediaNote TEXT = Facts.text("A bridge opens", Span.plain("It opens."));

  @TempDir Path folder;
  private TestDesk desk;

  @BeforeEach
  void open() {
    desk = new TestDesk(folder);
    desk.apply(
        desk.facts.created(NOTE, "c", TEXT),
        desk.facts.submitted(NOTE, 1, TEXT),
        desk.facts.requested(NOTE, 1, TEXT, "legal"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void anAnswerThatChangedNothingSaysSo() {
    desk.answering(TestFunctions::nothingToDo);
    Content again = (Content) desk.answer(answer("CLEARED", ""));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Dateline-Nothing-To-Do")).contains("true");

    desk.answering(given -> {
      desk.apply(desk.facts.cleared(NOTE, TEXT, "legal"));
      return new Answer.Done(given.commandId(), given.key(), 2, List.of("event"));
    });
    Content done = (Content) desk.answer(answer("CLEARED", ""));
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.header("Dateline-Nothing-To-Do")).isEmpty();
  }

  @Test
  void whoeverReturnsAPublicNoteHearsThatItIsPublic() {
    desk.apply(desk.facts.approved(NOTE, 1, TEXT)).refusing("ALREADY_CLEARED");
    assertThat(code(desk.answer(answer("NOT_CLEARED", "Wrong sum.")))).isEqualTo("ALREADY_CLEARED");

    desk.apply(desk.facts.prepared(NOTE, 1, TEXT), desk.facts.released(NOTE, TEXT));
    Response late = desk.answer(answer("NOT_CLEARED", "Wrong sum."));
    assertThat(code(late)).isEqualTo("NOTE_RELEASED");
    assertThat(json(late).path("detail").asText())
        .startsWith("The note is public since 2026-03-02T12:00:");
  }

  @Test
  void theDirectoryShowsItsRules() {
    ClearanceRuleV1 rule =
        ClearanceRuleV1.newBuilder()
            .setBecause("Every claim of law is read by a lawyer")
            .setKinds(List.of("Media Note"))
            .setMentions(List.of("treaty"))
            .setOffice("legal")
            .setPower("CLEAR")
            .setMandatory(true)
            .build();
    desk.apply(
        desk.facts.record(
            Topic.DIRECTORY,
            "rules",
            new DirectoryEntryV1(
                3L,
                null,
                null,
                new RulesV1(
                    "Ministry of Ports", "Asia/Tokyo", List.of(rule), null, null, null, null))));

    JsonNode directory = json(desk.answer(as(Facts.AUTHOR, "GET", "/api/directory")));

    assertThat(directory.path("pressOffice").asText()).isEqualTo("Ministry of Ports");
    assertThat(directory.path("rules")).hasSize(1);
    JsonNode shown = directory.path("rules").path(0);
    assertThat(shown.path("office").asText()).isEqualTo("legal");
    assertThat(shown.path("power").asText()).isEqualTo("CLEAR");
    assertThat(shown.path("because").asText()).isEqualTo("Every claim of law is read by a lawyer");
    assertThat(shown.path("kinds").path(0).asText()).isEqualTo("Media Note");
    assertThat(shown.path("mentions").path(0).asText()).isEqualTo("treaty");
    assertThat(shown.path("stage").asInt()).isEqualTo(1);
    assertThat(shown.path("embargo").asBoolean(true)).isFalse();
    assertThat(directory.has("emergency")).isFalse();
  }

  @Test
  void theDirectoryShowsStagesHoursDeadlinesDeputiesAndEmergencies() {
    ClearanceRuleV1 rule =
        ClearanceRuleV1.newBuilder()
            .setBecause("It names a neighbour")
            .setOffice("legal")
            .setPower("CLEAR")
            .setStage(2)
            .setTopics(List.of("border"))
            .setCountries(List.of("NO"))
            .setOfficials(List.of("the Mayor"))
            .setAgencies(List.of("Coast Guard"))
            .setOffices(List.of("press"))
            .setEmbargo(true)
            .setAttachments(true)
            .setExempt(List.of("europe"))
            .build();
    OfficeHoursV1 hours =
        new OfficeHoursV1("Asia/Tokyo", "09:00", "17:00", List.of("MONDAY"), List.of("2026-12-25"));
    DaysV1 july = new DaysV1("2026-07-01", "2026-07-14");
    desk.apply(
        desk.facts.record(
            Topic.DIRECTORY,
            "rules",
            new DirectoryEntryV1(
                4L,
                null,
                null,
                new RulesV1(
                    "Ministry of Ports",
                    "Asia/Tokyo",
                    List.of(rule),
                    List.of(new OfficeCalendarV1("legal", hours)),
                    List.of(new DeadlineV1(List.of("Readout"), true, 3_600_000L)),
                    List.of(new TwoApproversV1("It speaks of war", List.of(), List.of("war"))),
                    86_400_000L))),
        desk.facts.record(
            Topic.DIRECTORY,
            "person/lea.legal",
            new DirectoryEntryV1(
                4L,
                null,
                new PersonV1(
                    "lea.legal",
                    "Lea",
                    "lea@example.org",
                    "legal",
                    List.of("REVIEWER"),
                    List.of(new DeputyV1("ann.approver", july)),
                    List.of(july)),
                null)));

    JsonNode directory = json(desk.answer(as(Facts.AUTHOR, "GET", "/api/directory")));

    assertThat(directory.path("rules").path(0).toString())
        .isEqualTo(
            "{\"office\":\"legal\",\"power\":\"CLEAR\",\"mandatory\":false,\"because\":\"It names a neighbour\","
                + "\"stage\":2,\"kinds\":[],\"issuers\":[],\"mentions\":[],\"topics\":[\"border\"],"
                + "\"officials\":[\"the Mayor\"],\"agencies\":[\"Coast Guard\"],\"countries\":[\"NO\"],"
                + "\"languages\":[],\"offices\":[\"press\"],\"embargo\":true,\"attachments\":true,"
                + "\"exempt\":[\"europe\"]}");
    assertThat(named(directory.path("offices"), "legal").path("hours").toString())
        .isEqualTo(
            "{\"from\":\"09:00\",\"until\":\"17:00\",\"days\":[\"MONDAY\"],\"holidays\":[\"2026-12-25\"]}");
    assertThat(named(directory.path("offices"), "press").has("hours")).isFalse();
    JsonNode lea = named(directory.path("people"), "lea.legal");
    assertThat(lea.path("deputies").toString())
        .isEqualTo(
            "[{\"person\":\"ann.approver\",\"from\":\"2026-07-01\",\"until\":\"2026-07-14\"}]");
    assertThat(lea.path("away").toString())
        .isEqualTo("[{\"from\":\"2026-07-01\",\"until\":\"2026-07-14\"}]");
    assertThat(directory.path("deadlines").toString())
        .isEqualTo("[{\"kinds\":[\"Readout\"],\"urgent\":true,\"within\":\"PT1H\"}]");
    assertThat(directory.path("twoApprovers").path(0).path("mentions").path(0).asText())
        .isEqualTo("war");
    assertThat(directory.path("emergency").path("within").asText()).isEqualTo("PT24H");
  }

  private static JsonNode named(JsonNode list, String id) {
    for (JsonNode one : list) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("there is no " + id);
  }

  private static String code(Response response) {
    return json(response).path("code").asText();
  }

  private static Request answer(String answer, String reason) {
    return as("lea.legal", "POST", "/api/notes/" + NOTE + "/clearances")
        .withHeader("If-Match", "\"2.1.0\"")
        .withBody(
            "application/json",
            "{\"digest\":\"%s\",\"answer\":\"%s\",\"reason\":\"%s\"}"
                .formatted(Facts.digest(TEXT), answer, reason));
  }
}
