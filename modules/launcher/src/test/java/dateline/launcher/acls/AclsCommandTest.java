package dateline.launcher.acls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.launcher.Dateline;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown without a cluster. */
class AclsCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void peopleAreShownWhoNeedsWhat() {
    assertThat(run("acls")).isZero();
    assertThat(out.toString())
        .contains("newsroom, User:dateline-newsroom\n")
        .containsPattern("(?m)^  topic dateline\\.releases\\.v1 +READ DESCRIBE_CONFIGS$")
        .containsPattern("(?m)^  topic dateline-drafting-… +READ WRITE CREATE$");
  }

  @Test
  void programsGetEveryRight() throws Exception {
    assertThat(run("acls", "--json", "--principal", "newsroom=User:CN=web,O=Ministry")).isZero();
    assertThat(out.toString().lines()).hasSameSizeAs(new Wanted(Map.of()).all());
    for (String line : out.toString().lines().toList()) {
      JsonNode right = JSON.readTree(line);
      assertThat(right.path("permission").asText()).isEqualTo("ALLOW");
    }
    assertThat(out.toString())
        .contains(
            "{\"principal\":\"User:CN=web,O=Ministry\",\"permission\":\"ALLOW\",\"operation\":\"READ\",\"host\":\"*\",\"type\":\"TOPIC\",\"pattern\":\"LITERAL\",\"name\":\"dateline.releases.v1\"}");
  }

  @Test
  void whatIsNoPrincipalIsSaid() {
    assertThat(run("acls", "--principal", "newsroom=web")).isEqualTo(2);
    assertThat(err.toString())
        .contains("\"web\" is no principal of Kafka's for newsroom; write it as User:web.");
    assertThat(run("acls", "--principal", "nobody=User:web")).isEqualTo(2);
    assertThat(err.toString()).contains("nobody");
  }

  @Test
  void whatDoesNotGoTogetherIsRefused() {
    assertThat(run("acls", "--prune")).isEqualTo(2);
    assertThat(err.toString()).contains("--apply");
    assertThat(run("acls", "--apply", "--commands")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return Dateline.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
