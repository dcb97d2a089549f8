package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** Log lines as the programs that collect them read them. */
class LogFormatTest {

  @Test
  void aLineIsAJsonObjectWithAllThatThereIsToKnow() throws Exception {
    String line = line("json");
    assertThat(line).endsWith("\n").containsOnlyOnce("\n");
    JsonNode json = JsonMapper.builder().build().readTree(line);
    assertThat(json.path("timestamp").isIntegralNumber()).isTrue();
    assertThat(json.path("level").asText()).isEqualTo("ERROR");
    assertThat(json.path("loggerName").asText()).isEqualTo("dateline.runtime.DeadLetters");
    assertThat(json.path("formattedMessage").asText()).isEqualTo("record set \"aside\"");
    assertThat(json.path("context").path("name").asText()).isEqualTo("drafting");
    assertThat(json.path("mdc").path("trace").asText()).isEqualTo("4bf92f3577b34da6");
    assertThat(json.path("kvpList").get(0).path("code").asText()).isEqualTo("WRONG_KEY");
    assertThat(json.path("throwable").path("className").asText())
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void withoutASettingItIsTextForPeople() throws Exception {
    assertThat(line("")).contains(" ERROR DeadLetters record set \"aside\" code=\"WRONG_KEY\"");
  }

  /** What a process with this setting would print of one event. */
  private static String line(String format) throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    if (!format.isEmpty()) {
      context.putProperty("DATELINE_LOG_FORMAT", format);
    }
    context.putProperty("dateline.process", "drafting");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(LogFormatTest.class.getResource("/logback.xml")));
    Logger logger = context.getLogger("dateline.runtime.DeadLetters");
    LoggingEvent event =
        new LoggingEvent(
            "",
            logger,
            Level.ERROR,
            "record set \"aside\"",
            new IllegalStateException("it broke"),
            new Object[0]);
    event.addKeyValuePair(new KeyValuePair("code", "WRONG_KEY"));
    event.setMDCPropertyMap(Map.of("trace", "4bf92f3577b34da6"));
    List<Appender<ILoggingEvent>> appenders = appenders(context.getLogger(Logger.ROOT_LOGGER_NAME));
    assertThat(appenders).hasSize(1);
    byte[] bytes =
        ((OutputStreamAppender<ILoggingEvent>) appenders.getFirst()).getEncoder().encode(event);
    context.stop();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<Appender<ILoggingEvent>> appenders(Logger root) {
    List<Appender<ILoggingEvent>> all = new ArrayList<>();
    root.iteratorForAppenders().forEachRemaining(all::add);
    return all;
  }
}
