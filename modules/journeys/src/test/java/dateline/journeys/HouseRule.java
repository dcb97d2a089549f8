package dateline.journeys;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dateline.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How the house is built, as rules over its classes. Each is given the root package it is about, so
 * that {@code ArchitectureTest} can show it failing on planted violations.
 */
enum HouseRule {

  /** The rules of a press office need the language, the kernel and the note: no Kafka, no Avro. */
  RULES_NEED_NO_MACHINERY {
    @Override
    ArchRule of(String root) {
      return classes()
          .that(areRules(root))
          .should()
          .onlyDependOnClassesThat(
              describe("are rules or plain Java", c -> isPlain(root, c.getBaseComponentType())));
    }
  },

  /** Time, ids and the person asking arrive in the envelope. */
  RULES_READ_NO_CLOCK_AND_THROW_NO_DICE {
    @Override
    ArchRule of(String root) {
      return noClasses()
          .that(areRules(root))
          .should()
          .accessTargetWhere(describe("reads a clock, chance or the machine", HouseRule::isImpure));
    }
  },

  /** Engines never depend on each other. */
  ENGINES_DO_NOT_KNOW_EACH_OTHER {
    @Override
    ArchRule of(String root) {
      return SlicesRuleDefinition.slices()
          .matching(root + ".(" + String.join("|", ENGINES) + ")..")
          .should()
          .notDependOnEachOther();
    }
  },

  /** Engines and faces share schemas, never classes; everything else points one way too. */
  DEPENDENCIES_POINT_ONE_WAY {
    @Override
    ArchRule of(String root) {
      String[] engines = in(root, ENGINES);
      return Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("kernel")
          .definedBy(root + ".kernel..")
          .layer("note")
          .definedBy(root + ".note..")
          .layer("contracts")
          .definedBy(root + ".contracts..")
          .layer("runtime")
          .definedBy(root + ".runtime..")
          .layer("attachments")
          .definedBy(root + ".attachments..")
          .layer("intake")
          .definedBy(root + ".intake..")
          .layer("engines")
          .definedBy(engines)
          .layer("desk")
          .definedBy(root + ".desk..")
          .layer("newsroom")
          .definedBy(root + ".newsroom..")
          .layer("launcher")
          .definedBy(root + ".launcher..")
          .whereLayer("kernel")
          .mayNotAccessAnyLayer()
          .whereLayer("note")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("contracts")
          .mayOnlyAccessLayers("kernel")
          .whereLayer("runtime")
          .mayOnlyAccessLayers("kernel", "note", "contracts")
          .whereLayer("attachments")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("intake")
          .mayOnlyAccessLayers("note")
          .whereLayer("engines")
          .mayOnlyAccessLayers("kernel", "note", "contracts", "runtime")
          .whereLayer("desk")
          .mayOnlyAccessLayers("kernel", "note", "contracts", "runtime", "attachments", "intake")
          .whereLayer("newsroom")
          .mayOnlyAccessLayers("kernel", "note", "contracts", "runtime", "attachments")
          .whereLayer("launcher")
          .mayNotBeAccessedByAnyLayer();
    }
  },

  /** A package that needs another is not needed by it. */
  PACKAGES_HAVE_NO_CYCLES {
    @Override
    ArchRule of(String root) {
      return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles();
    }
  },

  /** A name says what a thing is. */
  NAMES_SAY_SOMETHING {
    @Override
    ArchRule of(String root) {
      return noClasses()
          .that(resideInAPackage(root + ".."))
          .should()
          .haveNameMatching(".*(Utils?|Impl|Helpers?|Manager|Misc)(\\$.*)?")
          .orShould()
          .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..core..");
    }
  },

  /** The public face never holds a text it may not show: it reads releases, and asks. */
  THE_NEWSROOM_READS_RELEASES_ALONE {
    @Override
    ArchRule of(String root) {
      Set<String> allowed = Set.of(Topic.RELEASES.name(), Topic.NOTIFICATION_COMMANDS.name());
      return noClasses()
          .that(resideInAPackage(root + ".newsroom.."))
          .should()
          .accessTargetWhere(
              describe(
                  "names another topic than releases and notification's commands",
                  access ->
                      access.getTargetOwner().isEquivalentTo(Topic.class)
                          && (access instanceof JavaFieldAccess
                              ? !allowed.contains(access.getName())
                              : Set.of("valueOf", "values", "of").contains(access.getName()))));
    }
  },

  /** Nothing under embargo can reach a log: what logs does not have a text at hand. */
  WHAT_LOGS_HAS_NO_TEXT {
    @Override
    ArchRule of(String root) {
      return classes()
          .that(resideInAPackage(root + ".."))
          .should(
              new ArchCondition<>("log only where no text or address is at hand") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getCodeUnits().stream()
                      .filter(HouseRule::logs)
                      .filter(HouseRule::hasTextAtHand)
                      .map(unit -> unit.getFullName() + " logs and has a text or address")
                      .forEach(said -> events.add(SimpleConditionEvent.violated(type, said)));
                }
              });
    }
  },

  /** A broken invariant stops the application; it is not caught on the way. */
  FAULTS_ARE_CAUGHT_ONLY_AT_THE_TOP {
    @Override
    ArchRule of(String root) {
      return classes()
          .that(resideInAPackage(root + ".."))
          .and(not(resideInAnyPackage(root + ".runtime..", root + ".contracts..")))
          .and(not(describe("may", type -> MAY_CATCH.contains(type.getName()))))
          .should(
              new ArchCondition<>("not catch Exception or RuntimeException") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  type.getCodeUnits().stream()
                      .filter(HouseRule::catchesEverything)
                      .map(unit -> unit.getFullName() + " catches everything")
                      .forEach(said -> events.add(SimpleConditionEvent.violated(type, said)));
                }
              });
    }
  };

  private static final List<String> ENGINES =
      List.of("drafting", "clearance", "publishing", "notification");

  /** Why each may stands beside its catch. A thread's top catches Throwable, which is not here. */
  private static final Set<String> MAY_CATCH =
      Set.of(
          "dateline.desk.AnswerMailbox",
          "dateline.intake.WordPackage",
          "dateline.launcher.EmbeddedKafka",
          "dateline.launcher.PressOffice",
          "dateline.launcher.mailsink.MailSink",
          "dateline.launcher.registry.SchemaStore");

  private static final String[] PLAIN = {
    "java.lang..",
    "java.math",
    "java.nio",
    "java.nio.charset",
    "java.security",
    "java.text",
    "java.time..",
    "java.util",
    "java.util.function",
    "java.util.regex",
    "java.util.stream",
    "org.jspecify.annotations"
  };

  private static final Set<String> CONTENT =
      Set.of(
          "dateline.note.MediaNote",
          "dateline.note.MediaContact",
          "dateline.note.Block",
          "dateline.note.Span",
          "dateline.contracts.MediaNoteV1",
          "dateline.contracts.AddressV1",
          "dateline.notification.MailAddress",
          "jakarta.mail.internet.MimeMessage");

  /** The rule about everything below this package. */
  abstract ArchRule of(String root);

  private static String[] in(String root, List<String> packages) {
    return packages.stream().map(name -> root + '.' + name + "..").toArray(String[]::new);
  }

  /** The rules proper: an engine's wiring is in packages below. */
  private static DescribedPredicate<JavaClass> areRules(String root) {
    return resideInAnyPackage(
            Stream.concat(
                    Stream.of("kernel", "note", "note.checks", "notification.notices"),
                    ENGINES.stream())
                .map(name -> root + '.' + name)
                .toArray(String[]::new))
        .as("are rules");
  }

  private static boolean isPlain(String root, JavaClass type) {
    return type.isPrimitive()
        || areRules(root).test(type)
        || resideInAnyPackage(PLAIN).test(type)
        || Set.of("java.net.IDN", "java.net.URI").contains(type.getName());
  }

  private static boolean isImpure(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String call = owner.getName() + '.' + access.getName();
    return (owner.getPackageName().startsWith("java.time") && access.getName().equals("now"))
        || owner.isAssignableTo(RandomGenerator.class)
        || owner.isAssignableTo(java.time.Clock.class)
        || owner.isAssignableTo(Thread.class)
        || owner.isAssignableTo(ProcessBuilder.class)
        || Set.of(
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.getenv",
                "java.lang.System.getProperty",
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.Math.random",
                "java.time.ZoneId.systemDefault",
                "java.util.UUID.randomUUID",
                "java.util.Collections.shuffle")
            .contains(call);
  }

  private static boolean logs(JavaCodeUnit unit) {
    return unit.getCallsFromSelf().stream()
        .anyMatch(call ->
            call.getTargetOwner().getPackageName().startsWith("org.slf4j")
                && !call.getName().equals("getLogger"));
  }

  private static boolean hasTextAtHand(JavaCodeUnit unit) {
    Predicate<JavaClass> content = type -> CONTENT.contains(type.getName());
    return unit.getRawParameterTypes().stream().anyMatch(content)
        || unit.getFieldAccesses().stream()
            .anyMatch(access -> content.test(access.getTarget().getRawType()))
        || unit.getCallsFromSelf().stream()
            .map(JavaCall::getTarget)
            .anyMatch(
                call -> content.test(call.getOwner()) || content.test(call.getRawReturnType()));
  }

  private static boolean catchesEverything(JavaCodeUnit unit) {
    return unit.getTryCatchBlocks().stream()
        .flatMap(block -> block.getCaughtThrowables().stream())
        .anyMatch(caught ->
            Arrays.asList(Exception.class.getName(), RuntimeException.class.getName())
                .contains(caught.getName()));
  }
}
