package dateline.newsroom;

import dateline.runtime.index.LogIndex;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** What is public, from the index over the log. */
record ReleasedIndex(LogIndex<PublicNote> index) implements ReleasedNotes {
  private static final Query ALL = MatchAllDocsQuery.INSTANCE;

  @Override
  public Optional<PublicNote> note(String id) {
    return index.get(id);
  }

  @Override
  public List<PublicNote> newest(int skip, int most) {
    return index.find(ALL, byRelease(true), skip, most);
  }

  @Override
  public List<PublicNote> oldest(int skip, int most) {
    return index.find(ALL, byRelease(false), skip, most);
  }

  @Override
  public int count() {
    return index.count(ALL);
  }

  private static Sort byRelease(boolean newestFirst) {
    return new Sort(
        new SortField(ReleaseProjection.PUBLISHED, SortField.Type.LONG, newestFirst),
        new SortField(ReleaseProjection.ID, SortField.Type.STRING, newestFirst));
  }
}
