package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.launcher.Dateline;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The cluster of docker-compose.yml: held against the code. */
class ComposeTest {

  private static final Documents HERE = Documents.here();
  private static final String FILE = HERE.text("docker-compose.yml");
  private static final Compose CLUSTER = Compose.of(FILE);

  @Test
  void everyModuleIsAServiceAndTheNewsroomTwice() {
    for (String module : modules()) {
      assertThat(CLUSTER.commands())
          .as(module)
          .filteredOn(command -> command.matches("run " + module + "( --health \\d+)?"))
          .hasSize(module.equals("newsroom") ? 2 : 1);
    }
  }

  @Test
  void everySettingIsInTheReadme() {
    assertThat(Documents.defaultsIn(HERE.text("README.md")).keySet())
        .containsAll(CLUSTER.settings());
  }

  @Test
  void noServiceCanDoMoreThanItMust() {
    assertThat(CLUSTER.loose()).isEmpty();
  }

  @Test
  void everyServiceSaysWhetherItWorksAndIsRestarted() {
    assertThat(CLUSTER.unwatched()).isEmpty();
  }

  @Test
  void everyImageHasAVersionAndNoSecretStandsInTheFile() {
    assertThat(CLUSTER.unpinned()).isEmpty();
    assertThat(CLUSTER.secrets()).isEmpty();
  }

  @Test
  void theVersionsAreThoseOfTheBuild() {
    String pom = HERE.text("pom.xml");
    assertThat(FILE)
        .contains("apache/kafka:" + version(pom, "kafka"))
        .contains("apicurio/apicurio-registry:" + version(pom, "apicurio"));
  }

  @Test
  void whatIsLooseIsFound() {
    assertThat(changed("read_only: true", "read_only: false").loose())
        .contains("desk can write to its image", "kafka-2 can write to its image");
    assertThat(changed("user: \"1000:1000\"", "user: \"0:0\"").loose())
        .contains("newsroom-2 runs as root");
    assertThat(changed("cap_drop: [ALL]", "cap_drop: [NET_RAW]").loose())
        .contains("mailsink has capabilities");
    assertThat(changed("memswap_limit: 512m", "memswap_limit: 1g").loose())
        .contains("drafting has no limit of memory");
    assertThat(changed("[\"no-new-privileges:true\"]", "[]").loose())
        .contains("registry can gain privileges");
  }

  @Test
  void whatIsForgottenIsFound() {
    assertThat(changed("command: [run, desk,", "command: [run, newsroom,").commands())
        .noneMatch(command -> command.startsWith("run desk"));
    assertThat(changed("DATELINE_DESK_TOKENS", "DATELINE_DESK_TOKEN").settings())
        .contains("DATELINE_DESK_TOKEN");
    assertThat(changed("restart: unless-stopped", "restart: on-failure").unwatched())
        .contains("publishing");
    assertThat(changed("apache/kafka:4.3.1", "apache/kafka:latest").unpinned())
        .contains("apache/kafka:latest");
    assertThat(changed(":?must be set", ":-a secret that all know").secrets())
        .containsExactly("DATELINE_SECRET");
  }

  @Test
  void aServiceIsReadAsComposeReadsIt() {
    Compose filled =
        Compose.of(FILE, Map.of("DATELINE_SECRET", "for tests only", "IMAGE_KAFKA", "a-kafka:1"));
    ComposeService broker = filled.service("kafka-2");
    assertThat(broker.image()).isEqualTo("a-kafka:1");
    assertThat(broker.memory()).isEqualTo(1L << 30);
    assertThat(broker.volumes()).containsExactly("/var/lib/kafka/data");
    assertThat(broker.temporary())
        .containsEntry("/tmp", "")
        .containsEntry("/opt/kafka/logs", "uid=1000,gid=1000,mode=0755");
    assertThat(broker.environment()).containsEntry("KAFKA_NODE_ID", "2");
    ComposeService desk = filled.service("desk");
    assertThat(desk.environment())
        .containsEntry("DATELINE_SECRET", "for tests only")
        .containsEntry("DATELINE_REPLICATION", "3");
    assertThat(desk.ports()).containsExactly(8081);
    assertThat(filled.service("registry").check().getLast()).contains("[[ $line ==");
    assertThatThrownBy(() -> Compose.of(FILE, Map.of()))
        .hasMessageStartingWith("DATELINE_SECRET must be set in .env");
  }

  /** The modules of {@code ./dateline run}, as its help names them, in lower case. */
  private static List<String> modules() {
    CommandLine run = Objects.requireNonNull(Dateline.commandLine().getSubcommands().get("run"));
    Class<?> module = run.getCommandSpec().positionalParameters().getFirst().type();
    return Arrays.stream(module.getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Compose changed(String from, String to) {
    assertThat(FILE).contains(from);
    return Compose.of(FILE.replace(from, to));
  }

  private static String version(String pom, String name) {
    Matcher found = Pattern.compile("<" + name + "\\.version>(.+)</").matcher(pom);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }
}
