package dateline.note.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.note.PlainTextReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Differences in a real browser, held against WCAG 2.2 AA by axe-core. */
class HtmlDifferenceIT {

  private static final String FORMER =
      """
      Harbour Gate Opens After Ten Years

      Media Note
      Office of the Harbour Master
      Northwater, Ireland
      May 3, 2029

      The third gate opened today after ten years. See the [plan](#) for $80 million.

      Twelve ships waited outside the third gate.

      Pilots were on board before the morning tide.

      فتحت البوابة الثالثة اليوم بعد عشر سنوات (12).

      Questions go to Ana Roe at press@harbour.example.

      ###
      """;

  private static final String LATER =
      """
      Harbour Gates Open After Ten Years

      Media Note
      Office of the Harbour Master
      Northwater, Ireland
      May 4, 2029

      The third gate opened today after ten years. See the [plan](https://harbour.example/plan) for $58 million.

      Pilots were on board before the morning tide.

      فتحت البوابة الرابعة اليوم بعد عشر سنوات (13).

      The fourth gate follows in spring.

      Twelve ships waited outside the third gate.

      ###
      """;

  private static final Pattern RULE = Pattern.compile("axe-violation:([a-z0-9-]+)");

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void skipWithoutBrowser() {
    if (chromium().isEmpty()) {
      System.out.println("SKIPPED HtmlDifferenceIT: no Chromium on the path");
    }
    assumeTrue(chromium().isPresent());
  }

  @Test
  void aDifferenceWithEveryFateHasNothingThatAxeObjectsTo() throws Exception {
    Difference difference = difference();
    assertThat(difference.lines().stream().map(Line::fate)).contains(Line.Fate.values());
    for (String ground : List.of("#ffffff", "#11191f")) {
      assertThat(violations(page(difference, HtmlDifference.STYLES, ground))).isEmpty();
    }
  }

  @Test
  void axeNoticesFaintChangesAndALinkToNowhere() throws Exception {
    String faint = HtmlDifference.STYLES.replace("#5c0011", "#ffb0b8");
    assertThat(violations(page(difference(), faint, "#ffffff"))).contains("color-contrast");
    String unnamed = page(difference(), HtmlDifference.STYLES, "#ffffff");
    assertThat(violations(unnamed.replaceAll("(<a [^>]*>)[^<]*", "$1"))).contains("link-name");
  }

  @Test
  void whatOnlyAScreenReaderSaysTakesNoRoom() throws Exception {
    String script =
        "const one=document.querySelector('.difference-hidden').getBoundingClientRect();"
            + "done('hidden:'+one.width+'x'+one.height);";
    assertThat(run(page(difference(), HtmlDifference.STYLES, "#ffffff"), script))
        .contains("hidden:1x");
  }

  private static Difference difference() {
    return Difference.between(
        PlainTextReader.read(FORMER).note(), PlainTextReader.read(LATER).note());
  }

  private static String page(Difference difference, String styles, String ground) {
    String colour = ground.equals("#ffffff") ? "#1a1a1a" : "#f0f0f0";
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Difference</title>
    <style>body { background: %s; color: %s; font: 1rem/1.5 sans-serif } a { color: inherit }
    %s</style></head>
    <body><main><h1>Two revisions</h1>
    %s</main></body></html>
    """
        .formatted(ground, colour, styles, HtmlDifference.of(difference));
  }

  private List<String> violations(String page) throws IOException, InterruptedException {
    String tags = "'wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'";
    String script =
        axe()
            + "\naxe.run(document,{runOnly:{type:'tag',values:["
            + tags
            + "]}}).then(r=>done('axe-passes:'+r.passes.length+' '"
            + "+r.violations.map(v=>'axe-violation:'+v.id).join(' ')));";
    String said = run(page, script);
    assertThat(said).containsPattern("axe-passes:[1-9]");
    List<String> rules = new ArrayList<>();
    for (Matcher rule = RULE.matcher(said); rule.find(); ) {
      rules.add(rule.group(1));
    }
    return rules;
  }

  /** What the script hands to {@code done}, once the page is loaded. */
  private String run(String page, String script) throws IOException, InterruptedException {
    Path file = Files.createTempFile(folder, "difference", ".html");
    String tail =
        "<script>const done=text=>{document.documentElement.innerHTML="
            + "'<body><pre>said '+text+' end</pre></body>'};\n"
            + script
            + "</script>";
    Files.writeString(file, page.replace("</body>", tail + "</body>"));
    List<String> command = new ArrayList<>();
    command.add(chromium().orElseThrow().toString());
    command.addAll(
        List.of("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"));
    command.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "--dump-dom"));
    command.add(file.toUri().toString());
    Process browser =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream out = browser.getInputStream()) {
      String dom = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
      int start = dom.indexOf("<pre>said ");
      assertThat(start).as(dom.substring(0, Math.min(dom.length(), 500))).isPositive();
      return dom.substring(start, dom.indexOf(" end</pre>", start));
    } finally {
      browser.destroyForcibly();
    }
  }

  private static String axe() {
    try (InputStream script = HtmlDifferenceIT.class.getResourceAsStream("/axe.min.js")) {
      assertThat(script).isNotNull();
      return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("</", "<\\/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> chromium() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(":", -1))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
