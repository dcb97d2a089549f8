package dateline.launcher.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegistryRulesTest {

  private static final String ONE = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[%s]}";
  private static final String A = "{\"name\":\"a\",\"type\":\"string\"}";
  private static final String B_OPTIONAL =
      "{\"name\":\"b\",\"type\":[\"null\",\"string\"],\"default\":null}";
  private static final String B_NEEDED = "{\"name\":\"b\",\"type\":\"string\"}";

  private final SchemaBook book = new SchemaBook();

  @Test
  void theFirstSchemaIsVersionOneWithIdOne() {
    assertThat(register("s", ONE.formatted(A))).isEqualTo(1);
    assertThat(book.version("s", 1)).isPresent();
  }

  @Test
  void theSameSchemaAgainChangesNothing() {
    register("s", ONE.formatted(A));

    assertThat(RegistryRules.register(book, "s", "AVRO", " " + ONE.formatted(A)).facts()).isEmpty();
  }

  @Test
  void theSameSchemaHasOneIdUnderEverySubject() {
    register("s", ONE.formatted(A));

    assertThat(register("t", ONE.formatted(A))).isEqualTo(1);
  }

  @Test
  void anAddedFieldThatMayBeAbsentIsAllowed() {
    register("s", ONE.formatted(A));

    assertThat(register("s", ONE.formatted(A + "," + B_OPTIONAL))).isEqualTo(2);
    assertThat(book.version("s", 2)).isPresent();
  }

  @Test
  void anAddedFieldThatMustBeThereIsRefused() {
    register("s", ONE.formatted(A));

    assertRefused(409, () -> register("s", ONE.formatted(A + "," + B_NEEDED)));
  }

  @Test
  void aChangeIsComparedWithEveryEarlierVersion() {
    register("s", ONE.formatted(A));
    change(RegistryRules.setLevel(Optional.of("s"), "NONE"));
    register("s", ONE.formatted(B_OPTIONAL));
    change(RegistryRules.unsetLevel(book, Optional.of("s")));

    assertRefused(
        409, () -> register("s", ONE.formatted(B_OPTIONAL + "," + B_OPTIONAL.replace("b", "c"))));
  }

  @Test
  void theNewestVersionAloneCountsWhereTheLevelIsNotTransitive() {
    register("s", ONE.formatted(A));
    change(RegistryRules.setLevel(Optional.of("s"), "NONE"));
    register("s", ONE.formatted(B_OPTIONAL));
    change(RegistryRules.setLevel(Optional.of("s"), "full"));

    assertThat(
            register(
                "s",
                ONE.formatted(
                    B_OPTIONAL
                        + ",{\"name\":\"c\",\"type\":[\"null\",\"string\"],\"default\":null}")))
        .isEqualTo(3);
  }

  @Test
  void whatIsNoSchemaIsRefused() {
    assertRefused(42201, () -> register("s", "{\"type\":\"wreckord\"}"));
    assertRefused(42201, () -> RegistryRules.register(book, "s", "PROTOBUF", "message M {}"));
  }

  @Test
  void aSubjectIsMarkedAsDeletedBeforeItIsErased() {
    register("s", ONE.formatted(A));

    assertRefused(40405, () -> RegistryRules.deleteSubject(book, "s", true));
    assertThat(change(RegistryRules.deleteSubject(book, "s", false))).isEqualTo(List.of(1));
    assertThat(book.subjects(false)).isEmpty();
    assertThat(book.subjects(true)).containsExactly("s");
    assertRefused(40404, () -> RegistryRules.deleteSubject(book, "s", false));
    assertThat(change(RegistryRules.deleteSubject(book, "s", true))).isEqualTo(List.of(1));
    assertThat(book.subjects(true)).isEmpty();
    assertRefused(40401, () -> RegistryRules.deleteSubject(book, "s", true));
  }

  @Test
  void aDeletedVersionsNumberIsNotUsedAgainAndItsIdIs() {
    register("s", ONE.formatted(A));
    change(RegistryRules.deleteVersion(book, "s", "1", false));

    assertThat(register("s", ONE.formatted(A))).isEqualTo(1);
    assertThat(book.versions("s", false)).extracting(Fact.SchemaStored::version).containsExactly(2);
  }

  @Test
  void aVersionIsANumberFromOneOrTheLatest() {
    register("s", ONE.formatted(A));

    assertThat(RegistryRules.version(book, "s", "latest", false).version()).isEqualTo(1);
    assertThat(RegistryRules.version(book, "s", "-1", false).version()).isEqualTo(1);
    assertRefused(40402, () -> RegistryRules.version(book, "s", "2", false));
    assertRefused(42202, () -> RegistryRules.version(book, "s", "0", false));
    assertRefused(42202, () -> RegistryRules.version(book, "s", "newest", false));
    assertRefused(40401, () -> RegistryRules.version(book, "t", "1", false));
  }

  @Test
  void aLevelOrModeNobodyKnowsIsRefused() {
    assertRefused(42203, () -> RegistryRules.setLevel(Optional.empty(), "SOME"));
    assertRefused(42204, () -> RegistryRules.setMode(Optional.empty(), "SOME"));
  }

  @Test
  void aReadOnlySubjectTakesNothingNew() {
    register("s", ONE.formatted(A));
    change(RegistryRules.setMode(Optional.of("s"), "READONLY"));

    assertRefused(42205, () -> register("s", ONE.formatted(A + "," + B_OPTIONAL)));
    assertThat(register("s", ONE.formatted(A))).isEqualTo(1);
  }

  private int register(String subject, String schema) {
    return change(RegistryRules.register(book, subject, "AVRO", schema));
  }

  /** Applies what the log would give back. */
  private <T> T change(RegistryRules.Change<T> change) {
    for (Fact fact : change.facts()) {
      FactCodec.Text text = FactCodec.write(fact);
      Fact read =
          FactCodec.read(
              text.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
              text.value()
                  .map(v -> v.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                  .orElse(null));
      assertThat(read).isEqualTo(fact);
      book.apply(read);
    }
    return change.answer();
  }

  private static void assertRefused(int code, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            RegistryRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
