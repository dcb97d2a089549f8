package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.runtime.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogLevelsTest {

  @Test
  void aLevelThatThereIsNotIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() ->
            LogLevels.check(
                Map.of(
                    "DATELINE_LOG",
                    "LOUD",
                    "DATELINE_LOG_LIBRARIES",
                    "quiet",
                    "DATELINE_LOG_FORMAT",
                    "xml")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("DATELINE_LOG is \"LOUD\"; it must be one of OFF, ERROR, WARN, INFO")
        .hasMessageContaining("DATELINE_LOG_LIBRARIES is \"quiet\"")
        .hasMessageContaining("DATELINE_LOG_FORMAT is \"xml\"; it must be one of text, json");
  }

  @Test
  void aLevelIsTakenInAnyCase() {
    assertThatCode(() -> LogLevels.check(Map.of("DATELINE_LOG", "debug")))
        .doesNotThrowAnyException();
  }
}
