package dateline.desk.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DraftingEventV1;
import dateline.desk.certificate.Certificate.Answer;
import dateline.desk.certificate.Certificate.Decision;
import dateline.desk.certificate.Certificate.Line;
import dateline.kernel.OfficeId;
import dateline.note.CanonicalForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whether a certificate says what the log says, and whether that keeps the rules of clearance. */
public final class CertificateCheck {

  /** At most so many differences are told; one is enough to trust it no more. */
  private static final int TOLD = 20;

  private CertificateCheck() {}

  /** What came of it. */
  public enum Verdict {
    /** It says what the log says, all of it. */
    GENUINE,
    /** It was so when it was made; the log has gone on since. */
    OUTDATED,
    /** It says what the log does not, or what it says breaks a rule. */
    FALSE
  }

  /**
   * The verdict with its reasons.
   *
   * @param because for people, one sentence each; empty if genuine
   */
  public record Result(Verdict verdict, List<String> because) {
    public Result {
      because = List.copyOf(because);
    }
  }

  /** The note a document is about; empty if it is no certificate of a format that is known. */
  public static Optional<String> noteOf(JsonNode document) {
    return document.path("format").asInt() == Certificate.FORMAT
            && document.path("note").isTextual()
            && document.path("approval").path("event").isTextual()
        ? Optional.of(document.path("note").asText())
        : Optional.empty();
  }

  /**
   * Compares a document with what the log has of its note.
   *
   * @param given a document of which {@link #noteOf} knows the note
   * @param drafting events of the note's draft
   * @param clearance events of the note's clearance, in the log's order
   */
  public static Result of(
      JsonNode given, List<DraftingEventV1> drafting, List<ClearanceEventV1> clearance) {
    JsonNode document = asParsed(given.toString());
    String event = document.path("approval").path("event").asText();
    Optional<Certificate> logged = approvedBy(event, drafting, clearance);
    if (logged.isEmpty()) {
      return new Result(
          Verdict.FALSE,
          List.of(
              "The log has no approval %s of note %s."
                  .formatted(event, document.path("note").asText())));
    }
    List<String> broken = faults(logged.get());
    if (!broken.isEmpty()) {
      return new Result(Verdict.FALSE, broken);
    }
    List<String> differences = differences(document, logged.get());
    if (differences.isEmpty()) {
      return new Result(Verdict.GENUINE, List.of());
    }
    return wasSo(document, event, drafting, clearance)
        ? new Result(Verdict.OUTDATED, differences)
        : new Result(Verdict.FALSE, differences);
  }

  private static Optional<Certificate> approvedBy(
      String event, List<DraftingEventV1> drafting, List<ClearanceEventV1> clearance) {
    return Certification.of(drafting, clearance).stream()
        .filter(one -> one.approval().event().equals(event))
        .findFirst();
  }

  /** Whether the document was made of the log when that had not come so far. */
  private static boolean wasSo(
      JsonNode document,
      String event,
      List<DraftingEventV1> drafting,
      List<ClearanceEventV1> clearance) {
    return IntStream.range(0, clearance.size())
        .dropWhile(i -> !clearance.get(i).getId().equals(event))
        .mapToObj(i -> approvedBy(event, drafting, clearance.subList(0, i + 1)))
        .flatMap(Optional::stream)
        .anyMatch(then -> differences(document, then).isEmpty());
  }

  private static List<String> differences(JsonNode document, Certificate logged) {
    List<String> differences = new ArrayList<>();
    compare("", document, asParsed(logged.text()), differences);
    return differences.subList(0, Math.min(TOLD, differences.size()));
  }

  /** As a reader of the text sees it, so that a number is a number whatever its type was. */
  private static JsonNode asParsed(String json) {
    try {
      return Certificate.JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written can be read", e);
    }
  }

  private static void compare(
      String path, JsonNode said, JsonNode logged, List<String> differences) {
    if (said.equals(logged)) {
      return;
    }
    if (said.isObject() && logged.isObject()) {
      Set<String> names = new TreeSet<>();
      said.fieldNames().forEachRemaining(names::add);
      logged.fieldNames().forEachRemaining(names::add);
      names.forEach(name ->
          compare(
              path.isEmpty() ? name : path + '.' + name,
              said.path(name),
              logged.path(name),
              differences));
    } else if (said.isArray() && logged.isArray() && said.size() == logged.size()) {
      for (int i = 0; i < said.size(); i++) {
        compare(path + '[' + i + ']', said.path(i), logged.path(i), differences);
      }
    } else {
      differences.add(
          "%s: the certificate has %s, the log has %s."
              .formatted(path, shown(said), shown(logged)));
    }
  }

  private static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() <= 120 ? text : text.substring(0, 119) + '…';
  }

  /** The rules of clearance that what was recorded breaks: none, unless clearance itself erred. */
  static List<String> faults(Certificate certificate) {
    List<String> faults = new ArrayList<>();
    if (!new CanonicalForm(certificate.canonicalForm())
        .digest()
        .hex()
        .equals(certificate.digest())) {
      faults.add("The digest is not that of the canonical form.");
    }
    for (Line line : certificate.list()) {
      fault(certificate, line).ifPresent(faults::add);
    }
    approvalFaults(certificate, faults);
    return faults;
  }

  private static Optional<String> fault(Certificate certificate, Line line) {
    Optional<Answer> cleared = line.answer().filter(answer -> answer.answer().equals("CLEARED"));
    if (cleared.isPresent()) {
      return fault(certificate, line, cleared.get());
    }
    if (!line.power().equals("CLEAR") || certificate.emergency().isPresent()) {
      return Optional.empty();
    }
    if (line.passedOver().isEmpty()) {
      return Optional.of("%s had to clear it and did not.".formatted(line.office()));
    }
    return line.mandatory() && !line.passedOver().get().role().equals("APPROVER")
        ? Optional.of(
            "%s is mandatory, and no approver went on without it.".formatted(line.office()))
        : Optional.empty();
  }

  private static Optional<String> fault(Certificate certificate, Line line, Answer cleared) {
    if (!cleared.digest().equals(certificate.digest())
        && (line.kept().isEmpty() || line.mandatory())) {
      return Optional.of("%s cleared another text.".formatted(line.office()));
    }
    if (new OfficeId(line.office()).isExternal() && !isOpened(line, cleared)) {
      return Optional.of(
          "%s cleared it without having opened a link to it.".formatted(line.office()));
    }
    List<String> voices = new ArrayList<>(List.of(cleared.person()));
    cleared.deputyFor().ifPresent(voices::add);
    cleared.recordedBy().ifPresent(voices::add);
    return voices.stream()
        .filter(certificate.contributors()::contains)
        .findFirst()
        .map(person -> "%s wrote on it and cleared it for %s.".formatted(person, line.office()));
  }

  /** Whether who was invited had this text shown, in time, and then cleared it by their link. */
  private static boolean isOpened(Line line, Answer cleared) {
    return cleared.channel().equals("LINK")
        && line.invitation()
            .filter(link -> link.person().equals(cleared.person()))
            .filter(link -> link.digest().equals(cleared.digest()))
            .filter(link -> cleared.at().isBefore(link.until()))
            .filter(link ->
                link.uses().stream()
                    .anyMatch(
                        use -> use.what().equals("OPENED") && !use.at().isAfter(cleared.at())))
            .isPresent();
  }

  private static void approvalFaults(Certificate certificate, List<String> faults) {
    List<String> approvers = certificate.approval().given().stream().map(Decision::person).toList();
    if (certificate.emergency().isEmpty()
        && new HashSet<>(approvers).size() < certificate.approval().needed()) {
      faults.add("Fewer people approved it than must.");
    }
    approvers.stream()
        .filter(certificate.contributors()::contains)
        .forEach(person -> faults.add("%s wrote on it and approved it.".formatted(person)));
  }
}
