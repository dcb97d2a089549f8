package dateline.launcher.cli;

import static dateline.launcher.cli.PeopleTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.Topic;
import org.junit.jupiter.api.Test;

/** Topics are named shortly and their records shown so that a person can look them over. */
class TopicsCommandTest {

  @Test
  void aTopicIsNamedByABeginningWithOrWithoutItsPrefix() {
    assertThat(TopicsCommand.find("rel")).isEqualTo(Topic.RELEASES);
    assertThat(TopicsCommand.find("dateline.rel")).isEqualTo(Topic.RELEASES);
    assertThat(TopicsCommand.find("drafting.events")).isEqualTo(Topic.DRAFTING_EVENTS);
    assertThat(TopicsCommand.find("dateline.drafting.events.v1")).isEqualTo(Topic.DRAFTING_EVENTS);
  }

  @Test
  void anAmbiguousBeginningNamesTheTopicsItMayBe() {
    assertThatThrownBy(() -> TopicsCommand.find("dateline.dra"))
        .isInstanceOf(DeskRefusal.class)
        .hasMessageStartingWith("\"dateline.dra\" may be drafting.")
        .hasMessageContaining(" or drafting.events")
        .hasMessageEndingWith("; say more of it.");
    assertThatThrownBy(() -> TopicsCommand.find("zzz"))
        .hasMessageStartingWith("There is no topic \"zzz\"; the topics are ")
        .hasMessageContaining("releases");
  }

  @Test
  void longTextsAndListsAreCutAndSayHowMuchThereIs() {
    JsonNode shown =
        json(
            ShortRecord.of(
                "{\"id\": \"ab\", \"none\": null, \"empty\": [], \"note\": {\"headline\": \"%s\", \"body\": [1, 2, 3, 4, 5]}}"
                    .formatted("é".repeat(200))));
    assertThat(shown.has("none")).isFalse();
    assertThat(shown.has("empty")).isFalse();
    assertThat(shown.path("id").asText()).isEqualTo("ab");
    assertThat(shown.at("/note/headline").asText())
        .isEqualTo("é".repeat(64) + "… (200 characters)");
    assertThat(shown.at("/note/body").toString()).isEqualTo("[1,\"… and 4 more\"]");
    assertThat(ShortRecord.of("unreadable: its bytes")).isEqualTo("unreadable: its bytes");
  }

  @Test
  void halfOfACharacterIsNeverShown() {
    assertThat(
            json(ShortRecord.of("{\"t\": \"%s\"}".formatted("🚢".repeat(70)))).path("t").asText())
        .isEqualTo("🚢".repeat(64) + "… (70 characters)");
  }
}
