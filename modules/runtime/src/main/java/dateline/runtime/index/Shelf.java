package dateline.runtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index in a folder: stored bytes by id, with fields to search by. One thread at a time
 * writes; any number read.
 */
final class Shelf implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
  private static final String ID = "_id";
  private static final String STATE = "_state";
  private static final String LAYOUT = "layout";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final int layout;
  private volatile Map<TopicPartition, Long> covered;

  private Shelf(Directory directory, int layout, boolean keep) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setOpenMode(keep ? OpenMode.APPEND : OpenMode.CREATE);
    config.setRAMBufferSizeMB(48);
    config.setCommitOnClose(false);
    this.directory = directory;
    this.layout = layout;
    this.covered = keep ? offsets(directory) : Map.of();
    this.writer = new IndexWriter(directory, config);
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * Opens what is in the folder if it can be used, and begins a new index otherwise.
   *
   * @throws UncheckedIOException if the folder cannot be written or another process has it open
   */
  static Shelf open(Path folder, int layout) {
    try {
      Files.createDirectories(folder);
      Directory directory = FSDirectory.open(folder);
      return new Shelf(directory, layout, isUsable(directory, layout));
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + folder + " cannot be opened.", e);
    }
  }

  /** Next offsets by partition as the newest commit has them. */
  Map<TopicPartition, Long> covered() {
    return covered;
  }

  Optional<byte[]> get(String id) {
    return searching(searcher -> stored(searcher, new Term(ID, id)));
  }

  List<byte[]> find(Query query, Sort sort, int skip, int most) {
    return searching(searcher -> {
      ScoreDoc[] hits = searcher.search(query, Math.addExact(skip, most), sort).scoreDocs;
      StoredFields fields = searcher.storedFields();
      List<byte[]> found = new ArrayList<>();
      for (int i = skip; i < hits.length; i++) {
        found.add(state(fields.document(hits[i].doc, Set.of(STATE))));
      }
      return found;
    });
  }

  int count(Query query) {
    return searching(searcher -> searcher.count(query));
  }

  void put(String id, byte[] state, List<IndexableField> fields) {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.NO));
    document.add(new StoredField(STATE, state));
    fields.forEach(document::add);
    writing(() -> writer.updateDocument(new Term(ID, id), document));
  }

  void remove(String id) {
    writing(() -> writer.deleteDocuments(new Term(ID, id)));
  }

  void refresh() {
    writing(() -> {
      searchers.maybeRefreshBlocking();
      return 0L;
    });
  }

  /** Makes everything put so far survive, together with the offsets it covers. */
  void commit(Map<TopicPartition, Long> offsets) {
    Map<String, String> data = new HashMap<>();
    data.put(LAYOUT, Integer.toString(layout));
    offsets.forEach((partition, next) -> data.put(partition.toString(), next.toString()));
    writer.setLiveCommitData(data.entrySet());
    writing(writer::commit);
    covered = Map.copyOf(offsets);
  }

  /** Forgets everything, at once and for good. */
  void clear() {
    writing(writer::deleteAll);
    commit(Map.of());
    refresh();
  }

  @Override
  public void close() {
    writing(() -> {
      searchers.close();
      writer.close();
      directory.close();
      return 0L;
    });
  }

  private static boolean isUsable(Directory directory, int layout) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      String found = reader.getIndexCommit().getUserData().getOrDefault(LAYOUT, "none");
      if (found.equals(Integer.toString(layout))) {
        return true;
      }
      LOG.atInfo().addKeyValue("layout", found).log("index has another layout: built again");
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException damaged) {
      LOG.atWarn().setCause(damaged).log("index is damaged: built again");
    }
    return false;
  }

  private static Map<TopicPartition, Long> offsets(Directory directory) throws IOException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      reader
          .getIndexCommit()
          .getUserData()
          .forEach((name, value) -> {
            int dash = name.lastIndexOf('-');
            if (dash > 0) {
              int partition = Integer.parseInt(name.substring(dash + 1));
              offsets.put(
                  new TopicPartition(name.substring(0, dash), partition), Long.parseLong(value));
            }
          });
    }
    return Map.copyOf(offsets);
  }

  private static Optional<byte[]> stored(IndexSearcher searcher, Term id) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      PostingsEnum found = leaf.reader().postings(id, PostingsEnum.NONE);
      if (found == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = found.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (live == null || live.get(doc)) {
          return Optional.of(state(leaf.reader().storedFields().document(doc, Set.of(STATE))));
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] state(Document document) {
    BytesRef bytes = document.getBinaryValue(STATE);
    return BytesRef.deepCopyOf(bytes).bytes;
  }

  private interface Search<R> {
    R with(IndexSearcher searcher) throws IOException;
  }

  private interface Write {
    long run() throws IOException;
  }

  private <R> R searching(Search<R> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.with(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be read.", e);
    }
  }

  private static void writing(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written.", e);
    }
  }
}
