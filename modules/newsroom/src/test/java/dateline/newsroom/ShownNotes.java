package dateline.newsroom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Notes in memory: what the index answers, without an index. */
final class ShownNotes implements ReleasedNotes {
  private final Map<String, PublicNote> byId = new TreeMap<>();

  ShownNotes show(PublicNote note) {
    byId.put(note.id(), note);
    return this;
  }

  @Override
  public Optional<PublicNote> note(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<PublicNote> newest(int skip, int most) {
    List<PublicNote> all = oldest(0, byId.size()).reversed();
    return all.stream().skip(skip).limit(most).toList();
  }

  @Override
  public List<PublicNote> oldest(int skip, int most) {
    return byId.values().stream()
        .sorted(Comparator.comparing(PublicNote::published).thenComparing(PublicNote::id))
        .skip(skip)
        .limit(most)
        .toList();
  }

  @Override
  public int count() {
    return byId.size();
  }
}
