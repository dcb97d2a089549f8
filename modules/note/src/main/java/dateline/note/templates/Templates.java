package dateline.note.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The templates of a house: one for each kind. */
public final class Templates {

  private static final List<String> USUAL =
      List.of(
          "media-note",
          "press-statement",
          "readout",
          "joint-statement",
          "fact-sheet",
          "notice-to-the-press",
          "media-advisory",
          "remarks",
          "public-schedule",
          "taken-question",
          "travel-announcement",
          "transcript");

  private final Map<String, Template> byName = new LinkedHashMap<>();

  private Templates() {}

  /** Those that come with Dateline. */
  public static Templates usual() {
    Templates templates = new Templates();
    for (String name : USUAL) {
      Template template = Template.of(resource(name + ".txt")).orElseThrow();
      templates.byName.put(template.name(), template);
    }
    return templates;
  }

  /**
   * These, and those of a folder in their place or besides: {@code readout.txt} is the template of
   * a Readout. Other files are not looked at.
   *
   * @throws TemplateException if a file is not UTF-8 or does not say the kind it is named after
   * @throws IOException if the folder cannot be read
   */
  public Templates with(Path folder) throws IOException {
    Templates all = new Templates();
    all.byName.putAll(byName);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        Template template = read(file);
        all.byName.put(template.name(), template);
      }
    }
    return all;
  }

  /** All of them, the usual ones first. */
  public List<Template> all() {
    return List.copyOf(byName.values());
  }

  /** The template of a kind, however it is typed: {@code "Media Note"}, {@code "media-note"}. */
  public Optional<Template> find(String kind) {
    return Optional.ofNullable(byName.get(Template.name(kind)));
  }

  private static Template read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.txt$", "");
    try {
      Optional<Template> template = Template.of(Files.readString(file));
      if (template.isEmpty() || !template.get().name().equals(Template.name(name))) {
        throw new TemplateException(
            "The template %s %s; write its kind on a line of its own, or name it after its kind."
                .formatted(
                    file,
                    template.map(one -> "is read as a " + one.kind()).orElse("says no kind")));
      }
      return template.get();
    } catch (CharacterCodingException e) {
      throw new TemplateException("The template " + file + " is not UTF-8; save it as UTF-8.", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the template " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
