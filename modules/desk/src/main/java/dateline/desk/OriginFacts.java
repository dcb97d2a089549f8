package dateline.desk;

import dateline.contracts.DraftCreatedV1;
import dateline.contracts.DraftRevisedV1;
import dateline.contracts.DraftingEventV1;
import dateline.contracts.OriginV1;
import dateline.desk.DeskEntry.ImportedVersion;
import dateline.desk.DeskEntry.OriginEntry;
import dateline.runtime.index.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which versions of other sites' notes drafting's events took in. */
final class OriginFacts {

  private OriginFacts() {}

  static void apply(String noteId, DraftingEventV1 event, Entries<DeskEntry> entries) {
    @Nullable DraftCreatedV1 created = event.getDraftCreated();
    @Nullable DraftRevisedV1 revised = event.getDraftRevised();
    if (created != null) {
      @Nullable OriginV1 origin = created.getOrigin();
      if (origin != null) {
        imported(noteId, 1, origin, entries);
      }
    } else if (revised != null) {
      @Nullable OriginV1 origin = revised.getOrigin();
      if (origin != null) {
        imported(noteId, revised.getRevision(), origin, entries);
      }
    }
  }

  private static void imported(
      String noteId, int revision, OriginV1 origin, Entries<DeskEntry> entries) {
    String entryId = OriginEntry.entryId(noteId);
    Optional<OriginEntry> before = entries.get(entryId).map(OriginEntry.class::cast);
    List<ImportedVersion> versions =
        new ArrayList<>(before.map(OriginEntry::versions).orElse(List.of()));
    versions.add(
        new ImportedVersion(
            revision, origin.getVersion(), Optional.ofNullable(origin.getUpdated())));
    entries.put(
        entryId,
        new OriginEntry(
            noteId,
            origin.getSource(),
            origin.getId(),
            Optional.ofNullable(origin.getLink()),
            Optional.ofNullable(origin.getPublished()),
            versions));
  }
}
