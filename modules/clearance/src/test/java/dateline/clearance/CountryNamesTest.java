package dateline.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A country is found under the names that texts give it. */
class CountryNamesTest {

  @Test
  void aNameThatHoldsAnotherIsFoundByEither() {
    assertThat(CountryNames.of("MM", List.of())).contains("Myanmar", "Burma");
    assertThat(CountryNames.of("HK", List.of())).contains("Hong Kong");
    assertThat(CountryNames.of("CD", List.of()))
        .contains("Congo", "Democratic Republic of the Congo");
  }

  @Test
  void anAmpersandMayBeWrittenOutAndASaintToo() {
    assertThat(CountryNames.of("BA", List.of())).contains("Bosnia and Herzegovina");
    assertThat(CountryNames.of("VC", List.of()))
        .contains("Saint Vincent and Grenadines", "St. Vincent & Grenadines");
  }

  @Test
  void formerNamesAndTheUnitedNationsOnesCount() {
    assertThat(CountryNames.of("TR", List.of("de"))).contains("Turkey", "Türkei");
    assertThat(CountryNames.of("CZ", List.of())).contains("Czechia", "Czech Republic");
  }

  @Test
  void theyAreFoundInATextAsWords() {
    Words text = Words.of("Officials of Burma, the U.K. and Côte d'Ivoire met in Bosnia.");

    assertThat(isNamed("MM", text)).isTrue();
    assertThat(isNamed("GB", text)).isTrue();
    assertThat(isNamed("CI", text)).isTrue();
    assertThat(isNamed("US", text)).isFalse();
  }

  @Test
  void everyCountryHasANameOfWords() {
    for (String code : Locale.getISOCountries()) {
      assertThat(CountryNames.of(code, List.of()))
          .as(code)
          .isNotEmpty()
          .noneMatch(name -> Words.of(name).isEmpty() || name.isBlank());
    }
  }

  private static boolean isNamed(String code, Words text) {
    return CountryNames.of(code, List.of()).stream().anyMatch(name -> text.hold(Words.of(name)));
  }
}
