package dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dateline.note.Finding.Severity;
import dateline.note.checks.HouseStyle;
import dateline.note.checks.HouseStyle.HeadlineCase;
import dateline.note.checks.HouseStyle.Issuers;
import dateline.runtime.HouseStyleFile.Reading;
import dateline.runtime.yaml.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A house style is read whole, or refused with all its faults. */
class HouseStyleFileTest {

  @TempDir Path folder;

  @Test
  void theExampleInTheDocumentsIsSoundAndUsesEveryKey() throws IOException {
    HouseStyle style = sound(Files.readString(document("docs/house-style.yaml")));
    assertThat(style.off()).containsExactly("OTHER_DAY");
    assertThat(style.severities())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("NO_CONTACT", Severity.WARNS, "NO_ISSUER", Severity.ADVISES));
    assertThat(style.spellings())
        .containsEntry("North Water", "Northwater")
        .containsEntry("Northwatre", "Northwater")
        .containsEntry("Washington, D.C.", "Washington, DC");
    assertThat(style.honorifics()).containsExactly(Map.entry("Ana Roe", "Dr."));
    assertThat(style.offices())
        .containsExactly("Office of the Harbour Master", "Office of the Spokesperson");
    assertThat(style.issuers())
        .containsEntry("Readout", new Issuers.Office())
        .containsEntry("Remarks", new Issuers.Speaker())
        .containsEntry("Public Schedule", new Issuers.Named(List.of("Office of the Spokesperson")))
        .doesNotContainKey("Press Statement");
    assertThat(style.headlineCase()).isEqualTo(HeadlineCase.TITLE);
    assertThat(style.smallWords()).isEqualTo(HouseStyle.usualSmallWords());
  }

  @Test
  void whatAFileLeavesOutIsAsUsual() {
    assertThat(sound("headlines: {case: sentence}"))
        .isEqualTo(
            new HouseStyle(
                HouseStyle.usual().off(),
                HouseStyle.usual().severities(),
                HouseStyle.usual().spellings(),
                HouseStyle.usual().honorifics(),
                HouseStyle.usual().offices(),
                HouseStyle.usual().issuers(),
                HeadlineCase.SENTENCE,
                HouseStyle.usualSmallWords()));
  }

  @Test
  void everyFaultIsNamedByItsLineAtOnce() {
    List<Fault> faults =
        faults(
            """
            checks:
              off: [DEAD_LINK, SPELLING]
              warns: [NO_CONTACT]
              advises: [NO_CONTACT]
            names:
              - name: Kyiv
                not: [Kyiv, "--"]
              - name: Kiev
              - name: Odesa
                not: [Odessa]
              - name: Odesza
                not: [Odessa]
            honorifics:
              - {person: Ana Roe, honorific: Dr.}
              - {person: Ana Roe, honorific: Ms.}
            offices: [Press, Press]
            kinds:
              - {kind: Readout, by: nobody}
              - {kind: Readout, by: office, issuers: [Press]}
              - kind: Remarks
            headlines:
              case: shouted
              smallWords: [The, of the]
            colours: red
            """);
    assertThat(faults)
        .extracting(Fault::line)
        .containsExactly(2, 2, 4, 7, 7, 8, 12, 15, 16, 18, 19, 19, 20, 22, 23, 23, 24);
    assertThat(faults)
        .allMatch(fault -> fault.message().endsWith(".") && fault.message().contains("; "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_HEADLINE", "PLACEHOLDER_LEFT", "DEAD_LINK"})
  void whatStopsASubmissionIsTheSameInEveryHouse(String code) {
    for (String key : List.of("off", "warns", "advises")) {
      assertThat(faults("checks: {" + key + ": [" + code + "]}"))
          .extracting(Fault::message)
          .containsExactly(
              code + " stops a submission in every house; drop it here and waive it note by note.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|The file is empty",
        "'a: [b'|This is not YAML",
        "'- off'|The file is not a list"
      })
  void whatIsNoHouseStyleAtAllIsSaid(String yaml, String begins) {
    assertThat(faults(yaml)).singleElement().asString().contains(begins);
  }

  @Test
  void theSettingIsRefusedWithEveryFaultOfItsFile() throws IOException {
    Path file = folder.resolve("style.yaml");
    Files.writeString(file, "offices: []\nheadlines: {case: loud}\n");
    assertThat(refused(file))
        .hasSize(2)
        .allMatch(fault -> fault.startsWith("DATELINE_HOUSE_STYLE names " + file + ", where line "))
        .anyMatch(fault -> fault.contains("line 2, column"));
    Files.write(file, "offices: [Büro]".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(refused(file)).singleElement().asString().contains("is not UTF-8");
    assertThat(refused(folder)).singleElement().asString().contains("is a folder");
    assertThat(refused(folder.resolve("none"))).singleElement().asString().contains("is not there");
  }

  @Test
  void withoutTheSettingTheUsualStyleHolds() {
    SettingsReader read = new SettingsReader(Map.of());
    assertThat(HouseStyleFile.setting(read)).isEqualTo(HouseStyle.usual());
    read.done();
  }

  private static List<String> refused(Path file) {
    SettingsReader read = new SettingsReader(Map.of("DATELINE_HOUSE_STYLE", file.toString()));
    HouseStyleFile.setting(read);
    return catchThrowableOfType(SettingsException.class, read::done).faults();
  }

  private static HouseStyle sound(String yaml) {
    return switch (HouseStyleFile.read(yaml)) {
      case Reading.Sound(HouseStyle style) -> style;
      case Reading.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Fault> faults(String yaml) {
    return switch (HouseStyleFile.read(yaml)) {
      case Reading.Sound(HouseStyle style) -> throw new AssertionError("was read: " + style);
      case Reading.Faulty(List<Fault> faults) -> faults;
    };
  }

  private static Path document(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(name))) {
        return at.resolve(name);
      }
    }
    throw new AssertionError("no " + name + " above the working directory");
  }
}
