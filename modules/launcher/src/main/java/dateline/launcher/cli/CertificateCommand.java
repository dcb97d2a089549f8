package dateline.launcher.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.Topic;
import dateline.desk.certificate.CertificateCheck;
import dateline.desk.certificate.CertificateCheck.Verdict;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.LogExcerpt;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who cleared exactly which text, and whether a document that says so is genuine. */
@Command(
    name = "certificate",
    mixinStandardHelpOptions = true,
    description =
        "Show what an approved text was cleared with; --json is the document. --verify compares such a"
            + " document with the log that DATELINE_KAFKA names; no desk is asked.")
public final class CertificateCommand implements Callable<Integer> {

  @Mixin private Talk talk = new Talk();

  @ArgGroup(multiplicity = "1")
  private Either either = new Either();

  /** A note, or a document. */
  static final class Either {
    @Parameters(
        paramLabel = "NOTE",
        converter = Name.class,
        description = "The note's id or an unambiguous beginning of it.")
    private Optional<String> note = Optional.empty();

    @Option(
        names = "--verify",
        paramLabel = "FILE",
        description = "A certificate as --json prints it; exit code 0 only if it is genuine.")
    private Optional<Path> document = Optional.empty();
  }

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description = "Of which approved text, by the beginning of its SHA-256; default the newest.")
  private Optional<String> digest = Optional.empty();

  @Option(names = "--page", description = "Print the certificate as an HTML page, to be saved.")
  private boolean page;

  @Override
  public Integer call() {
    return either.document.map(this::verify).orElseGet(() -> show(either.note.orElse("")));
  }

  private int show(String name) {
    try (DeskClient desk = talk.open()) {
      JsonNode note = NoteCommands.read(desk, talk, name).body();
      String path =
          NoteCommands.path(note)
              + "/certificate"
              + digest.map(one -> "?digest=" + DeskClient.quote(one)).orElse("");
      Optional<String> reader = talk.reader(desk);
      if (page) {
        talk.out().print(new String(desk.bytes(path, reader, "text/html"), UTF_8));
        talk.out().flush();
      } else {
        talk.show(desk.get(path, reader).body(), CertificateText::of);
      }
      return 0;
    }
  }

  private int verify(Path file) {
    JsonNode document = read(file);
    String note =
        CertificateCheck.noteOf(document)
            .orElseThrow(() ->
                DeskRefusal.of(
                    "NOT_A_CERTIFICATE",
                    file
                        + " is not a certificate of format 1; save what ./dateline certificate NOTE --json prints."));
    CertificateCheck.Result result = check(note, document);
    talk.show(json(result), _ -> said(file, document, result));
    return result.verdict() == Verdict.GENUINE ? 0 : 1;
  }

  private static CertificateCheck.Result check(String note, JsonNode document) {
    KafkaSettings settings = KafkaSettings.from(System.getenv());
    try (Wire wire = new Wire(settings.wire())) {
      LogExcerpt log = new LogExcerpt(settings.client(), wire);
      return CertificateCheck.of(
          document,
          events(log, Topic.DRAFTING_EVENTS, note, DraftingEventV1.class),
          events(log, Topic.CLEARANCE_EVENTS, note, ClearanceEventV1.class));
    } catch (KafkaException e) {
      LogAccessException.throwIfWhy(e, settings.client());
      throw DeskRefusal.of(
          "LOG_UNAVAILABLE",
          "The log at %s does not answer (%s); start it, or name it with DATELINE_KAFKA."
              .formatted(settings.bootstrapServers(), e.getMessage()));
    }
  }

  private static <T extends SpecificRecord> List<T> events(
      LogExcerpt log, Topic topic, String note, Class<T> type) {
    return log.of(topic, note).stream().map(type::cast).toList();
  }

  private static JsonNode read(Path file) {
    try {
      return DeskClient.JSON.readTree(Files.readString(file));
    } catch (CharacterCodingException | JsonProcessingException e) {
      throw DeskRefusal.of(
          "NOT_A_CERTIFICATE",
          file + " is not JSON; save what ./dateline certificate NOTE --json prints.");
    } catch (IOException e) {
      throw GivenFile.refusal(file, "name a certificate", e);
    }
  }

  private static ObjectNode json(CertificateCheck.Result result) {
    ObjectNode json = DeskClient.JSON.createObjectNode().put("verdict", result.verdict().name());
    result.because().forEach(json.putArray("because")::add);
    return json;
  }

  private static String said(Path file, JsonNode document, CertificateCheck.Result result) {
    StringBuilder out = new StringBuilder();
    out.append(
        switch (result.verdict()) {
          case GENUINE ->
              "%s is genuine: the log says the same, event by event.%n%s"
                  .formatted(file, CertificateText.inShort(document));
          case OUTDATED ->
              "%s was so when it was made; the log has gone on since:%n".formatted(file);
          case FALSE -> "%s is FALSE:%n".formatted(file);
        });
    result.because().forEach(sentence -> out.append("  ").append(sentence).append('\n'));
    return out.toString();
  }
}
