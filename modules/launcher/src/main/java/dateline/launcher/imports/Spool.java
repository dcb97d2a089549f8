package dateline.launcher.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of all feeds of one import, on disk until each note's are together. In memory there is
 * only where each stands, so that feeds are as large as the disk allows.
 */
final class Spool implements Closeable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * In which order copies of a feed were made, as far as anybody knows.
   *
   * @param file of the given ones, from 0
   * @param page 0 for that file itself, -1 for the page it says is before it, and so on
   * @param item in the page, from 0
   */
  record Rank(int file, int page, int item) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER =
        Comparator.comparingInt(Rank::file)
            .thenComparingInt(Rank::page)
            .thenComparingInt(Rank::item);

    @Override
    public int compareTo(Rank other) {
      return ORDER.compare(this, other);
    }
  }

  private record Stored(long at, int length, Optional<Instant> updated, Rank rank) {}

  private final Path path;
  private final RandomAccessFile file;
  private final Map<String, List<Stored>> byNote = new LinkedHashMap<>();
  private long end;

  private Spool(Path path) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  static Spool open() throws IOException {
    Path path = Files.createTempFile("dateline-import-", ".spool");
    path.toFile().deleteOnExit();
    return new Spool(path);
  }

  /** How many notes there are. */
  int notes() {
    return byNote.size();
  }

  void add(String source, FeedItem item, Rank rank) throws IOException {
    byte[] json = JSON.writeValueAsBytes(json(source, item));
    file.seek(end);
    file.write(json);
    byNote
        .computeIfAbsent(source + '\n' + item.id(), _ -> new ArrayList<>(1))
        .add(new Stored(end, json.length, item.version().updated(), rank));
    end += json.length;
  }

  /** Gives each note with its versions, oldest first, in the order in which notes were met. */
  void give(Found.Taker taker) throws IOException, InterruptedException {
    for (List<Stored> stored : byNote.values()) {
      taker.take(note(inOrder(stored)));
    }
  }

  /**
   * By the source's own instants; copies without one stand where they were met, after the older
   * ones of the same file.
   */
  private static List<Stored> inOrder(List<Stored> stored) {
    List<Stored> sorted = new ArrayList<>(stored);
    sorted.sort(Comparator.comparing(Stored::rank));
    if (stored.stream().allMatch(it -> it.updated().isPresent())) {
      sorted.sort(Comparator.comparing(it -> it.updated().orElseThrow()));
    }
    return sorted;
  }

  private SourceNote note(List<Stored> stored) throws IOException {
    List<SourceVersion> versions = new ArrayList<>();
    JsonNode json = JSON.missingNode();
    Optional<Instant> published = Optional.empty();
    for (Stored one : stored) {
      byte[] bytes = new byte[one.length()];
      file.seek(one.at());
      file.readFully(bytes);
      json = JSON.readTree(bytes);
      Optional<Instant> its = text(json, "published").map(Instant::parse);
      published =
          published.isEmpty() || its.filter(published.get()::isAfter).isPresent() ? its : published;
      versions.add(
          new SourceVersion(
              place(json),
              json.path("title").asText(),
              text(json, "issuer"),
              json.path("html").asText(),
              json.path("text").asText(),
              one.updated()));
    }
    return new SourceNote(
        place(json),
        json.path("source").asText(),
        json.path("id").asText(),
        text(json, "link"),
        published,
        versions);
  }

  private static ObjectNode json(String source, FeedItem item) {
    SourceVersion version = item.version();
    ObjectNode json =
        JSON.createObjectNode()
            .put("file", version.place().file())
            .put("at", version.place().at())
            .put("source", source)
            .put("id", item.id())
            .put("title", version.title())
            .put("html", version.html())
            .put("text", version.text());
    item.link().ifPresent(it -> json.put("link", it));
    item.published().ifPresent(it -> json.put("published", it.toString()));
    version.issuer().ifPresent(it -> json.put("issuer", it));
    return json;
  }

  private static Place place(JsonNode json) {
    return new Place(json.path("file").asText(), json.path("at").asText());
  }

  private static Optional<String> text(JsonNode json, String name) {
    return json.has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }
}
