package dateline.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.DeskRefusal;
import dateline.launcher.imports.ScriptedDesk.Asked;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an import goes on when the desk does not. */
class ImporterTest {

  @TempDir Path folder;

  @Test
  void whatIsNotTakenNowIsSentAgainUnderTheSameKeyAndInOrder() throws Exception {
    try (ScriptedDesk desk = new ScriptedDesk(503, 429, 201, 503, 200)) {
      Summary summary = run(desk, file(1, "Opens.", "Shuts.", "Opens again."));
      assertThat(summary.made()).isEqualTo(1);
      assertThat(summary.revised()).isEqualTo(2);
      assertThat(desk.asked)
          .extracting(Asked::method)
          .containsExactly("POST", "POST", "POST", "PUT", "PUT", "PUT");
      List<String> keys = desk.asked.stream().map(Asked::key).toList();
      assertThat(keys.get(0)).isEqualTo(keys.get(1)).isEqualTo(keys.get(2));
      assertThat(keys.get(3)).isEqualTo(keys.get(4)).isNotEqualTo(keys.get(0));
      assertThat(desk.asked.get(4).body()).contains("Shuts.");
      assertThat(desk.asked.get(5).body()).contains("Opens again.");
    }
  }

  @Test
  void aVersionThatIsRefusedStaysOutAndTheNextBeginsTheNote() throws Exception {
    try (ScriptedDesk desk = new ScriptedDesk(422, 201)) {
      Summary summary = run(desk, file(1, "Opens.", "Shuts."));
      assertThat(summary.made()).isEqualTo(1);
      assertThat(summary.refused()).isEqualTo(1);
      assertThat(summary.troubles())
          .singleElement()
          .satisfies(trouble -> {
            assertThat(trouble.code()).isEqualTo("HEADLINE_TOO_LONG");
            assertThat(trouble.place().at()).isEqualTo("line 1, version 1");
          });
    }
  }

  @Test
  void aNoteThatAnotherImportBeginsMeanwhileIsNotMadeButRevisedAndNoTextIsDropped()
      throws Exception {
    try (ScriptedDesk desk = new ScriptedDesk(200, 200, 200)) {
      Summary summary = run(desk, file(1, "Opens.", "Shuts."));
      assertThat(summary.made()).isZero();
      assertThat(summary.revised()).isEqualTo(2);
      assertThat(desk.asked).extracting(Asked::method).containsExactly("POST", "PUT", "PUT");
      assertThat(desk.asked.get(1).body()).contains("Opens.");
      assertThat(desk.asked.get(2).body()).contains("Shuts.");
      assertThat(desk.asked).extracting(Asked::key).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatTheDeskHadNothingToDoForIsCountedAsThere() throws Exception {
    try (ScriptedDesk desk = new ScriptedDesk(201, ScriptedDesk.NOTHING_TO_DO)) {
      Summary summary = run(desk, file(1, "Opens.", "Shuts."));
      assertThat(summary.made()).isEqualTo(1);
      assertThat(summary.revised()).isZero();
      assertThat(summary.alreadyThere()).isEqualTo(1);
    }
  }

  @Test
  void aDraftOfAnotherOfficeIsToldAsRefused() throws Exception {
    try (ScriptedDesk desk = new ScriptedDesk(409)) {
      Summary summary = run(desk, file(1, "Opens."));
      assertThat(summary.made()).isZero();
      assertThat(summary.refused()).isEqualTo(1);
      assertThat(summary.troubles())
          .singleElement()
          .satisfies(trouble -> {
            assertThat(trouble.code()).isEqualTo("IMPORTED_ELSEWHERE");
            assertThat(trouble.sentence()).isEqualTo("It is a draft of another office.");
          });
    }
  }

  @Test
  void whatEveryRequestWouldBeRefusedForStopsTheImport() throws Exception {
    try (ScriptedDesk desk =
        new ScriptedDesk(IntStream.range(0, 500).mapToObj(_ -> 403).toArray(Integer[]::new))) {
      Path file = file(500, "Opens.");
      assertThatThrownBy(() -> run(desk, file))
          .isInstanceOfSatisfying(
              DeskRefusal.class, e -> assertThat(e.code()).isEqualTo("ROLE_MISSING"));
      assertThat(desk.asked).hasSizeLessThan(500);
    }
  }

  @Test
  void scriptsThatWereLeftOutAreCountedAndTheFirstIsNamed() throws Exception {
    String html = "{\"title\":\"Gate\",\"html\":\"<p>%s</p><script>x()</script>\"}";
    Path corpus =
        Files.writeString(
            folder.resolve("scripts.jsonl"),
            "{\"id\":\"1\",\"link\":\"https://h.example/\",\"versions\":[{\"title\":\"Gate\",\"text\":\"It opens.\"},%s,%s]}\n"
                .formatted(html.formatted("It shuts."), html.formatted("It opens again.")));
    try (ScriptedDesk desk = new ScriptedDesk()) {
      Summary summary = run(desk, corpus);
      assertThat(summary.scripts().versions()).isEqualTo(2);
      ObjectNode json = ImportReport.begin(1).json(summary);
      assertThat(json.path("scriptsLeftOut").asLong()).isEqualTo(2);
      assertThat(json.at("/firstScripts/at").asText()).isEqualTo("line 1, version 2");
      assertThat(ImportReport.text(json))
          .contains("2  versions had scripts, which were left out; the first is")
          .contains("scripts.jsonl");
    }
  }

  /** In HTML and in plain text alike; the desk would refuse them. */
  @Test
  void linksThatAreNotSafeLoseTheirTargetsAndAreCounted() throws Exception {
    Path corpus =
        Files.writeString(
            folder.resolve("links.jsonl"),
            """
            {"id":"1","link":"https://h.example/","versions":[\
            {"title":"Gate","text":"It opens."},\
            {"title":"Gate","text":"It opens, see [this](javascript:x)."},\
            {"title":"Gate","html":"<p>It opens, see <a href='data:x'>that</a>.</p>"}]}
            """);
    try (ScriptedDesk desk = new ScriptedDesk()) {
      Summary summary = run(desk, corpus);
      assertThat(summary.refused()).isZero();
      assertThat(desk.asked.toString()).doesNotContain("javascript", "data:x");
      ObjectNode json = ImportReport.begin(1).json(summary);
      assertThat(json.path("unsafeLinksLeftOut").asLong()).isEqualTo(2);
      assertThat(json.at("/firstUnsafeLinks/at").asText()).isEqualTo("line 1, version 2");
      assertThat(ImportReport.text(json))
          .contains(
              "2  versions had links that are not safe; their words stay, their targets went");
    }
  }

  @Test
  void aNoteCountsFromItsFirstVersionAndAllIsDoneOnlyAtTheEnd() throws Exception {
    record Told(long done, long notes) {}
    List<Told> told = new CopyOnWriteArrayList<>();
    Path file = file(1, "Opens.", "Shuts.", "Opens again.");
    try (ScriptedDesk desk = new ScriptedDesk()) {
      run(desk, file, (done, all, notes) -> told.add(new Told(done, notes)));
      assertThat(told).hasSizeGreaterThan(3).allMatch(it -> it.notes() == 1);
      assertThat(told.removeLast().done()).isEqualTo(Files.size(file));
      long size = Files.size(file);
      assertThat(told).allMatch(it -> it.done() < size);
    }
  }

  /** Refused, unchanged, there already, begun by another import meanwhile. */
  @Test
  void eachVersionIsToldOfOnceWhateverBecomesOfIt() throws Exception {
    AtomicInteger told = new AtomicInteger();
    Path file = file(1, "Opens.", "Opens.", "\u200b", "Shuts.", "Opens again.");
    for (Integer[] statuses : new Integer[][] {{}, {200, 412}, {409}}) {
      told.set(0);
      try (ScriptedDesk desk = new ScriptedDesk(statuses)) {
        run(desk, file, (_, _, _) -> told.incrementAndGet());
        assertThat(told.get()).as(List.of(statuses).toString()).isEqualTo(5 + 1);
      }
    }
  }

  @Test
  void theLastLineOfTheProgressIsOfAllNotes() throws Exception {
    StringWriter out = new StringWriter();
    Path file = file(7, "Opens.", "Shuts.");
    PrintWriter printed = new PrintWriter(out);
    try (ScriptedDesk desk = new ScriptedDesk()) {
      run(desk, file, new ImportProgress.Lines(printed, printed));
      assertThat(out.toString().lines()).last().isEqualTo("Read 100 %  7 notes");
    }
  }

  /** All is what is read, and not what somebody measured before. */
  @Test
  void theProgressEndsAtAllAlsoOfFilesThatAreEmptyOrNone() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");
    Path none = Files.writeString(folder.resolve("none.txt"), "no feed");
    for (Path file : List.of(empty, none)) {
      StringWriter out = new StringWriter();
      PrintWriter printed = new PrintWriter(out);
      try (ScriptedDesk desk = new ScriptedDesk()) {
        run(desk, file, new ImportProgress.Lines(printed, printed));
        assertThat(out.toString().lines()).last().asString().startsWith("Read 100 %");
      }
    }
  }

  private static Summary run(ScriptedDesk desk, Path file)
      throws IOException, InterruptedException {
    return run(desk, file, (_, _, _) -> {});
  }

  private static Summary run(ScriptedDesk desk, Path file, Importer.Progress progress)
      throws IOException, InterruptedException {
    try (DeskClient client = new DeskClient(desk.address(), Optional.of("token"));
        Importer importer = new Importer(client, "maya", Optional.empty(), 2, progress, _ -> {})) {
      importer.run(List.of(file));
      return importer.summary();
    }
  }

  private Path file(int notes, String... texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int note = 0; note < notes; note++) {
      List<String> versions =
          List.of(texts).stream()
              .map(text -> "{\"title\":\"Gate\",\"text\":\"%s\"}".formatted(text))
              .toList();
      lines.append(
          "{\"id\":\"%d\",\"link\":\"https://h.example/\",\"versions\":[%s]}\n"
              .formatted(note, String.join(",", versions)));
    }
    return Files.writeString(folder.resolve("corpus.jsonl"), lines);
  }
}
