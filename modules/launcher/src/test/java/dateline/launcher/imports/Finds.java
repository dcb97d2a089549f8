package dateline.launcher.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What readers find in files, kept. */
final class Finds {

  final List<SourceNote> notes = new ArrayList<>();
  final List<Trouble> troubles = new ArrayList<>();
  final List<DeletedEntry> deleted = new ArrayList<>();

  static Finds inCorpus(InputStream in) throws InterruptedException {
    Finds finds = new Finds();
    new CorpusReader(new Sources(Optional.empty()), finds::take).read("corpus", in);
    return finds;
  }

  static Finds inFeeds(Path... files) throws IOException, InterruptedException {
    Finds finds = new Finds();
    try (Spool spool = Spool.open()) {
      FeedReader reader =
          new FeedReader(
              new Sources(Optional.empty()),
              spool,
              finds::take,
              Set.copyOf(
                  List.of(files).stream().map(it -> it.toAbsolutePath().normalize()).toList()));
      for (int i = 0; i < files.length; i++) {
        reader.read(files[i], i);
      }
      spool.give(finds::take);
    }
    return finds;
  }

  private void take(Found found) {
    switch (found) {
      case SourceNote note -> notes.add(note);
      case Trouble trouble -> troubles.add(trouble);
      case DeletedEntry entry -> deleted.add(entry);
    }
  }

  /** {@code "line 3: BROKEN_JSON"}. */
  List<String> told() {
    return troubles.stream().map(it -> it.place().at() + ": " + it.code()).toList();
  }
}
