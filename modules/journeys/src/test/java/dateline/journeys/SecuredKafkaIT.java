package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.Principal;
import dateline.contracts.Topic;
import dateline.launcher.Ports;
import dateline.launcher.mailsink.MailSink;
import dateline.launcher.registry.EmbeddedRegistry;
import dateline.runtime.KafkaSettings;
import dateline.runtime.Right;
import dateline.runtime.Rights;
import dateline.runtime.wire.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a Kafka with TLS, passwords and rights every module does its work by the rights that {@code
 * ./dateline acls --apply} gives it. It needs all of them and has no other: what each can read and
 * write is tried at the broker.
 */
class SecuredKafkaIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Set<String> READERS = Set.of("ada@harbour-post.example");

  @TempDir private static Path folder;
  private static final Ports PORTS = Ports.free();
  private static SecuredKafka kafka;
  private static EmbeddedRegistry registry;

  /** As an operator sets it up, up to the directory. */
  @BeforeAll
  static void setUp() throws Exception {
    kafka = SecuredKafka.start(folder.resolve("kafka"), PORTS, users());
    registry =
        EmbeddedRegistry.start(kafka.client(SecuredKafka.ADMIN), "127.0.0.1", PORTS.registry());
    plantAHole();
    Ran applied = done(run(SecuredKafka.ADMIN, "acls", "--apply", "--prune"));
    assertThat(applied.out())
        .contains("removed  User:dateline-newsroom may READ topic " + drafts())
        .contains("beyond   User:backup may READ topic *")
        .contains(" 0 were there.");
    Ran early = run("dateline-newsroom", "run", "newsroom");
    assertThat(sentence(early))
        .isEqualTo(
            "dateline: The log has no topic dateline.notification.commands.v1, dateline.releases.v1, and User:dateline-newsroom may not make it; whoever is its operator makes all topics with ./dateline topics make.");
    assertThat(done(run("dateline-operator", "topics", "make")).out())
        .contains("24 topics are as they must be; 24 were missing.");
    done(run("dateline-operator", "schemas", "register"));
    Path directory = Checkout.root().resolve("docs/sample-directory.yaml");
    done(run("dateline-operator", "directory", "apply", directory.toString()));
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @Test
  void everyModuleNeedsItsRightsAndHasNoOther() throws Exception {
    try (MailSink sink =
            MailSink.start(folder.resolve("mails"), "127.0.0.1", PORTS.smtp(), PORTS.inbox());
        Terminal terminal = new Terminal("http://127.0.0.1:" + PORTS.desk(), folder)) {
      Map<String, String> shared = SevenModules.production(folder, PORTS);
      try (SevenModules modules = SevenModules.start(folder, name -> variables(name, shared))) {
        aNoteIsReleased(terminal, new Inbox(terminal, sink.inboxUrl()));
        theOperatorsDoctorFindsAllWell(shared);
        whatCannotBeReadIsSetAside();
        theOperatorSettlesIt();
        modules.areAllAlive();
        whatLosesARightSaysSo(modules);
        assertThat(done(run(SecuredKafka.ADMIN, "acls", "--apply")).out())
            .as("what was taken away is given again")
            .contains("3 added, ");
        // What it had written is read back.
        modules.startAgain("dispatcher", folder.resolve("again"), variables("dispatcher", shared));
      }
    }
    assertThat(unused()).isEmpty();
    tried(Attempts.writes(kafka), Topic::writers);
    tried(
        Attempts.reads(kafka),
        topic -> Stream.concat(topic.readers().stream(), Stream.of(Principal.AUDITOR)).toList());
  }

  @Test
  void whoMayNotIsToldWhoWhatAndWhatToDo() throws Exception {
    Map<String, String> wrong = new HashMap<>(variables("dateline-newsroom"));
    wrong.putAll(kafka.variables("dateline-newsroom", "wrong"));
    Map<String, String> trusting = new HashMap<>(variables("dateline-newsroom"));
    trusting.keySet().removeIf(name -> name.startsWith("KAFKA_SSL_TRUSTSTORE"));
    try (ExecutorService together = Executors.newFixedThreadPool(2)) {
      Future<Ran> password = together.submit(() -> Ran.dateline(wrong, "run", "newsroom"));
      Future<Ran> certificate = together.submit(() -> Ran.dateline(trusting, "run", "drafting"));
      Future<Ran> module = together.submit(() -> run("dateline-auditor", "run", "newsroom"));
      Future<Ran> draft = together.submit(() -> run("dateline-newsroom", "topics", drafts()));
      Path directory = Checkout.root().resolve("docs/sample-directory.yaml");
      Future<Ran> apply =
          together.submit(
              () -> run("dateline-newsroom", "directory", "apply", directory.toString()));
      Future<Ran> acls = together.submit(() -> run("dateline-operator", "acls", "--apply"));
      Future<Ran> doctor = together.submit(() -> run("dateline-newsroom", "doctor"));
      assertThat(sentence(password.get()))
          .matches(
              "dateline: The log at \\S+ does not let User:dateline-newsroom in \\(.*invalid credentials.*\\); see name and password in KAFKA_SASL_JAAS_CONFIG, and KAFKA_SASL_MECHANISM\\.");
      assertThat(sentence(certificate.get()))
          .startsWith("dateline: There is no TLS with the log at ")
          .contains("KAFKA_SSL_TRUSTSTORE_LOCATION");
      assertThat(sentence(module.get()))
          .isEqualTo(
              "dateline: User:dateline-auditor may not WRITE and DESCRIBE_CONFIGS topic dateline.notification.commands.v1, DESCRIBE_CONFIGS topic dateline.releases.v1; ./dateline acls shows what each module needs, and with --apply an administrator of Kafka gives it.");
      assertThat(sentence(draft.get()))
          .startsWith(
              "dateline: User:dateline-newsroom may not do all that it must with topic "
                  + drafts());
      assertThat(sentence(apply.get()))
          .startsWith("dateline: User:dateline-newsroom may not WRITE its transactional ids; ");
      assertThat(sentence(acls.get())).contains("be an administrator of Kafka");
      assertThat(doctor.get().exitCode()).isEqualTo(1);
      assertThat(doctor.get().out())
          .containsPattern("(?m)^WRONG    topics        User:dateline-newsroom may not .*\\.$")
          .containsPattern("(?m)^WRONG    positions     User:dateline-newsroom may not .* cluster")
          .containsPattern("(?m)^WRONG    engines       User:dateline-newsroom may not ")
          .containsPattern("(?m)^WRONG    dead letters  User:dateline-newsroom may not ")
          .containsPattern("(?m)^ +To mend it: \\./dateline acls shows what each module needs")
          .doesNotContain("Exception");
    }
  }

  private static Map<String, String> variables(String module, Map<String, String> shared) {
    Map<String, String> variables = new HashMap<>(variables("dateline-" + module));
    variables.putAll(shared);
    return variables;
  }

  /** One note all the way, to who was added and to who asked for it at the newsroom. */
  private static void aNoteIsReleased(Terminal terminal, Inbox inbox) throws Exception {
    String newsroom = "http://127.0.0.1:" + PORTS.newsroom();
    terminal.does("contacts", "add", "ada@harbour-post.example", "Ada Lund");
    assertThat(
            terminal
                .posts(newsroom + "/subscriptions", "address=cara%40home.example", "")
                .statusCode())
        .isEqualTo(303);
    String note = terminal.submits(Checkout.text("lighthouse-note.txt").toString());
    terminal.clearsByAll(note);
    terminal.does("release", note);
    await()
        .atMost(PATIENCE)
        .until(() -> terminal.get(newsroom + "/notes/" + note).statusCode() == 200);
    await().atMost(PATIENCE).until(() -> !inbox.recipients(note, READERS).isEmpty());
    await().atMost(PATIENCE).until(() -> !inbox.of("cara@home.example").isEmpty());
  }

  private static void theOperatorsDoctorFindsAllWell(Map<String, String> shared) throws Exception {
    Map<String, String> variables = variables("operator", shared);
    variables.put("DATELINE_DESK_URL", "http://127.0.0.1:" + PORTS.desk());
    assertThat(done(Ran.dateline(variables, "doctor")).out()).endsWith("All is well.\n");
  }

  /** Commands and a batch of mails that are none, from those who may write there. */
  private static void whatCannotBeReadIsSetAside() throws Exception {
    Attempts.write(kafka, "dateline-desk", Topic.DRAFTING_COMMANDS);
    Attempts.write(kafka, "dateline-desk", Topic.CLEARANCE_COMMANDS);
    Attempts.write(kafka, "dateline-desk", Topic.PUBLISHING_COMMANDS);
    Attempts.write(kafka, "dateline-newsroom", Topic.NOTIFICATION_COMMANDS);
    Attempts.write(kafka, "dateline-notification", Topic.DELIVERIES);
    Map<String, String> auditor = variables("dateline-auditor");
    try (Wire wire = new Wire(KafkaSettings.from(auditor).wire())) {
      WholeLog log = new WholeLog(new LogReader(auditor, wire));
      await().atMost(PATIENCE).until(() -> log.deadLetters().size() == 5);
    }
  }

  /** By what the command line says alone; of an engine and of a part that keeps none. */
  private static void theOperatorSettlesIt() throws Exception {
    String operator = "dateline-operator";
    List<JsonNode> open =
        done(run(operator, "dead-letters", "--json")).out().lines().map(Terminal::json).toList();
    assertThat(open).hasSize(5).allMatch(letter -> letter.path("open").asBoolean());
    List<String> ids = open.stream().map(letter -> letter.path("id").asText()).toList();
    String drafting = of(ids, "drafting/drafting.commands/");
    String deliveries = of(ids, "notification/deliveries/");
    assertThat(done(run(operator, "dead-letters", "show", drafting)).out())
        .contains("1 bytes that cannot be read", "UNREADABLE");

    Ran again = run(operator, "dead-letters", "again", "--reason", "Mended.", drafting, deliveries);
    assertThat(again.exitCode()).as(again.everything()).isEqualTo(1);
    assertThat(again.out())
        .contains(drafting + ": set aside again;", deliveries + ": not taken: the engine does not");
    assertThat(sentence(run(operator, "dead-letters", "close", "drafting/7/7", "--reason", "N.")))
        .contains("There is no dead letter \"drafting/7/7\"");

    List<String> close = new ArrayList<>(List.of("dead-letters", "close", "--reason", "Garbage."));
    close.addAll(ids);
    assertThat(done(run(operator, close.toArray(String[]::new))).out().lines())
        .hasSize(5)
        .allMatch(line -> line.endsWith(": closed."));
    assertThat(done(run(operator, "dead-letters")).out()).isEqualTo("No dead letter is open.\n");
    assertThat(done(run(operator, "dead-letters", "drafting", "--all")).out())
        .contains("by User:dateline-operator: Garbage.");
    assertThat(sentence(run(operator, "dead-letters", "close", drafting, "--reason", "N.")))
        .contains("is settled: closed ");
  }

  private static String of(List<String> ids, String beginning) {
    return ids.stream().filter(id -> id.startsWith(beginning)).findFirst().orElseThrow();
  }

  /** Positions, a topic and transactions: each module ends with a sentence and no stack trace. */
  private static void whatLosesARightSaysSo(SevenModules modules) throws Exception {
    try (Admin admin = kafka.admin()) {
      List<AclBinding> taken =
          List.of(
              right(Principal.NEWSROOM, AclOperation.READ, ResourceType.TOPIC),
              right(Principal.DRAFTING, AclOperation.READ, ResourceType.GROUP),
              right(Principal.DISPATCHER, AclOperation.READ, ResourceType.GROUP));
      admin
          .deleteAcls(taken.stream().map(AclBinding::toFilter).toList())
          .all()
          .get(20, TimeUnit.SECONDS);
    }
    ended(modules.get("newsroom"), "User:dateline-newsroom may not do all that it must with topic");
    ended(
        modules.get("drafting"),
        "User:dateline-drafting may not do all that it must with group dateline-drafting;");
    ended(
        modules.get("dispatcher"),
        "User:dateline-dispatcher may not do all that it must with group dateline-dispatcher;");
  }

  private static void ended(ModuleProcess module, String why) throws Exception {
    assertThat(module.exitCode()).isEqualTo(1);
    assertThat(module.output()).contains(why).doesNotContain("\tat ");
  }

  private static AclBinding right(Principal who, AclOperation operation, ResourceType type) {
    return Rights.of(who).stream()
        .filter(right -> right.operation() == operation)
        .filter(right -> right.resource().resourceType() == type)
        .findFirst()
        .map(right -> acl("User:dateline-" + who.id(), right.resource(), operation))
        .orElseThrow();
  }

  /** A right too many, and one of somebody else's on everything. */
  private static void plantAHole() throws Exception {
    try (Admin admin = kafka.admin()) {
      admin
          .createAcls(
              List.of(
                  acl("User:dateline-newsroom", topic(drafts()), AclOperation.READ),
                  acl("User:backup", topic("*"), AclOperation.READ)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }
  }

  private static ResourcePattern topic(String name) {
    return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
  }

  private static AclBinding acl(String who, ResourcePattern resource, AclOperation operation) {
    return new AclBinding(
        resource, new AccessControlEntry(who, "*", operation, AclPermissionType.ALLOW));
  }

  /** The rights of modules and operator that nothing of all that was done had need of. */
  private static List<String> unused() {
    return Arrays.stream(Principal.values())
        .filter(who -> who != Principal.AUDITOR)
        .flatMap(who ->
            Rights.of(who).stream()
                .filter(right -> !isUsed("User:dateline-" + who.id(), right))
                .map(right ->
                    who.id() + " " + right.operation() + " " + Right.named(right.resource())))
        .toList();
  }

  private static boolean isUsed(String principal, Right right) {
    ResourcePattern resource = right.resource();
    return WatchedAuthorizer.done().stream()
        .anyMatch(done ->
            done.principal().equals(principal)
                && done.operation() == right.operation()
                && done.type() == resource.resourceType()
                && (resource.patternType() == PatternType.PREFIXED
                    ? done.name().startsWith(resource.name())
                    : done.name().equals(resource.name())));
  }

  /** What everybody could do is what the catalogue says, and nothing else. */
  private static void tried(
      Map<Principal, Set<Topic>> could, Function<Topic, List<Principal>> catalogue) {
    for (Topic topic : Topic.values()) {
      assertThat(
              could.entrySet().stream()
                  .filter(one -> one.getValue().contains(topic))
                  .map(Map.Entry::getKey))
          .as(topic.topicName())
          .containsExactlyInAnyOrderElementsOf(catalogue.apply(topic));
    }
  }

  private static String drafts() {
    return Topic.DRAFTING_EVENTS.topicName();
  }

  private static List<String> users() {
    return Arrays.stream(Principal.values()).map(who -> "dateline-" + who.id()).toList();
  }

  private static Map<String, String> variables(String user) {
    Map<String, String> variables = new HashMap<>(kafka.variables(user));
    variables.put("DATELINE_REGISTRY", registry.url());
    variables.put("DATELINE_PARTITIONS", "1");
    variables.put("DATELINE_SECRET", "a secret for tests only");
    variables.put("DATELINE_DATA", folder.resolve(user).toString());
    return variables;
  }

  /** Runs a command as somebody whose secret stands in a file. */
  private static Ran run(String user, String... arguments) throws Exception {
    Map<String, String> variables = new HashMap<>(variables(user));
    variables.keySet().removeIf(name -> name.startsWith("KAFKA_"));
    variables.putAll(kafka.variablesWithFile(user));
    return Ran.dateline(variables, arguments);
  }

  private static Ran done(Ran ran) {
    assertThat(ran.exitCode()).as(ran.everything()).isZero();
    return ran;
  }

  /** What is said where something cannot be done; a module's log goes before it. */
  private static String sentence(Ran ran) {
    assertThat(ran.exitCode()).as(ran.everything()).isEqualTo(1);
    assertThat(ran.err()).doesNotContain("\tat ").containsOnlyOnce("dateline: ");
    return ran.err().strip().lines().reduce("", (_, last) -> last);
  }
}
