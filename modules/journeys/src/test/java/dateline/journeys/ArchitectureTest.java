package dateline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The house stands as {@code HouseRule} says, and each rule would notice if it did not. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dateline");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("dateline.planted");

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsTheRule(HouseRule rule) {
    rule.of("dateline").check(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleBitesWhereItIsBroken(HouseRule rule) {
    assertThat(rule.of("dateline.planted").evaluate(PLANTED).hasViolation()).isTrue();
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(
            HOUSE.stream()
                .map(type -> type.getPackageName().replaceFirst("^dateline\\.(\\w+).*", "$1")))
        .contains(
            "kernel",
            "note",
            "contracts",
            "runtime",
            "drafting",
            "clearance",
            "publishing",
            "notification",
            "attachments",
            "intake",
            "desk",
            "newsroom",
            "launcher")
        .doesNotContain("planted", "journeys");
  }
}
