package dateline.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Whom a person at the command line means. */
class PeopleTest {

  private static final JsonNode LINES =
      json("[{\"office\":\"legal\"},{\"office\":\"economic\"},{\"office\":\"europe\"}]");

  private final People people =
      new People(
          json(
              """
              {"offices": [{"id": "legal"}, {"id": "language"}, {"id": "europe"}, {"id": "economic"},
                           {"id": "records"}, {"id": "rec"}],
               "people": [{"id": "kofi.mensah", "office": "legal", "roles": ["REVIEWER"],
                           "deputies": [{"person": "maya.okafor", "from": "2026-07-01", "until": "2026-07-14"}]},
                          {"id": "kim.park", "office": "europe", "roles": ["REVIEWER"]},
                          {"id": "maya.okafor", "office": "press", "roles": ["PRESS_OFFICER"]}]}
              """));

  @Test
  void aBeginningOfAnIdIsEnough() {
    assertThat(people.person("ko")).isEqualTo("kofi.mensah");
    assertThat(people.person("Maya")).isEqualTo("maya.okafor");
    assertThat(people.office("leg", LINES)).isEqualTo("legal");
  }

  @Test
  void anOfficeOfTheNotesListGoesBeforeTheOthers() {
    assertThat(people.office("l", LINES)).isEqualTo("legal");
    assertThat(people.office("la", LINES)).isEqualTo("language");
  }

  @Test
  void aWholeIdIsNeverAmbiguous() {
    assertThat(people.office("rec", LINES)).isEqualTo("rec");
  }

  @Test
  void aDeputyIsOneAtTheOfficeOfWhomTheyStandInFor() {
    assertThat(people.isDeputyAt("maya.okafor", "legal")).isTrue();
    assertThat(people.isDeputyAt("maya.okafor", "europe")).isFalse();
    assertThat(people.isDeputyAt("kim.park", "legal")).isFalse();
  }

  @Test
  void whoMayBeMeantIsNamed() {
    DeskRefusal twoPeople = refused(() -> people.person("k"));
    assertThat(twoPeople.code()).isEqualTo("AMBIGUOUS_PREFIX");
    assertThat(twoPeople)
        .hasMessage("\"k\" may be kim.park or kofi.mensah; say more of the one you mean.");
    DeskRefusal twoOffices = refused(() -> people.office("e", LINES));
    assertThat(twoOffices).hasMessageContaining("economic or europe");
    assertThat(twoOffices.problem().path("candidates"))
        .extracting(candidate -> candidate.path("id").asText())
        .containsExactly("economic", "europe");
  }

  @Test
  void whoIsNotThereIsToldWhoIs() {
    DeskRefusal nobody = refused(() -> people.person("zoe"));
    assertThat(nobody.code()).isEqualTo("UNKNOWN_PERSON");
    assertThat(nobody).hasMessageContaining("kim.park, kofi.mensah, maya.okafor");
    DeskRefusal nowhere = refused(() -> people.office("africa", LINES));
    assertThat(nowhere.code()).isEqualTo("UNKNOWN_OFFICE");
    assertThat(nowhere)
        .hasMessage(
            "There is no office \"africa\"; this note is with economic, europe, legal."
                + " The directory also has language, rec, records.");
    assertThat(refused(() -> people.office(" ", LINES)).code()).isEqualTo("UNKNOWN_OFFICE");
  }

  private static DeskRefusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    DeskRefusal refusal = catchThrowableOfType(DeskRefusal.class, call);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }

  static JsonNode json(String text) {
    try {
      return DeskClient.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
