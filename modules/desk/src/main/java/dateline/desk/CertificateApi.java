package dateline.desk;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.Topic;
import dateline.desk.DeskEntry.NoteEntry;
import dateline.desk.certificate.Certificate;
import dateline.desk.certificate.CertificatePage;
import dateline.desk.certificate.Certification;
import dateline.runtime.LogExcerpt.Stretch;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** What a text was cleared with, made of the log at every request. */
final class CertificateApi {

  private final ReadModel model;
  private final Callers callers;
  private final RecordReader log;

  CertificateApi(ReadModel model, Callers callers, RecordReader log) {
    this.model = model;
    this.callers = callers;
    this.log = log;
  }

  List<Route> routes() {
    return List.of(Route.get("/api/notes/{note}/certificate", this::certificate));
  }

  private Response certificate(Request request) {
    Reader reader = callers.reader(request);
    NoteEntry note = model.noteBeginning(request.param("note"), reader);
    Optional<String> digest = request.query("digest");
    Certificate certificate =
        certificates(note.id()).stream()
            .filter(one -> digest.map(one.digest()::startsWith).orElse(true))
            .reduce((_, newer) -> newer)
            .orElseThrow(() -> notApproved(digest.isPresent()));
    if (!certificate.digest().equals(note.draft().digest())) {
      RevisionsApi.requireDrafting(reader, note); // A former text, though it was approved.
    }
    return request.preferred("application/json", "text/html").equals("text/html")
        ? CertificatePage.of(certificate, this::personName, this::officeName)
        : Content.json(200, certificate.json());
  }

  private List<Certificate> certificates(String noteId) {
    RecordsEntry records = model.records(noteId);
    try {
      return Certification.of(
          read(Topic.DRAFTING_EVENTS, noteId, records.submissions(), DraftingEventV1.class),
          read(Topic.CLEARANCE_EVENTS, noteId, records.clearance(), ClearanceEventV1.class));
    } catch (TimeoutException e) {
      throw new ProblemException(
          Problem.of(
                  503,
                  "LOG_UNAVAILABLE",
                  "Log unavailable",
                  "The log did not answer in time; ask again in a moment.")
              .withHeader("Retry-After", "5"));
    }
  }

  private <T extends SpecificRecord> List<T> read(
      Topic topic, String noteId, Optional<Stretch> stretch, Class<T> type) {
    return stretch
        .map(where -> log.of(topic, noteId, where).stream().map(type::cast).toList())
        .orElse(List.of());
  }

  private String personName(String id) {
    return model.person(id).map(DeskEntry.PersonEntry::name).orElse(id);
  }

  private String officeName(String id) {
    return model.office(id).map(DeskEntry.OfficeEntry::name).orElse(id);
  }

  private static ProblemException notApproved(boolean another) {
    return new ProblemException(
        Problem.of(
            404,
            "NOT_APPROVED",
            "Not approved",
            another
                ? "No text with a digest that begins so was approved; ask without one for the newest."
                : "No text of this note was approved yet; there is nothing to certify."));
  }
}
