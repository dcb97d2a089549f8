package dateline.runtime;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads settings from variables and remembers every fault, so that a person mends them all at once.
 * A getter with a fault answers its default; {@link #done} then refuses.
 */
public final class SettingsReader {

  private final Map<String, String> variables;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param variables by name, usually the process environment
   */
  public SettingsReader(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The text of a variable, or what it is when it is not set or blank. */
  public String text(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  /** The text of a variable if it is set and not blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** The text of a variable that must be set. */
  public String required(String name, String example) {
    return optional(name)
        .orElseGet(() -> {
          faults.add(name + " is not set; set it, for example to " + example);
          return example;
        });
  }

  /**
   * {@code DATELINE_SECRET}: 16 characters or more, the same for every module of one press office,
   * no default. Subscriber ids and the links in mails follow from it.
   */
  public String secret() {
    String secret = required("DATELINE_SECRET", "the output of: openssl rand -hex 32");
    if (secret.length() < 16) {
      fault("DATELINE_SECRET", "is shorter than 16 characters; use a longer one");
    }
    return secret;
  }

  /** A whole number between two bounds, both included. */
  public int integer(String name, int otherwise, int least, int most) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of bounds is.
    }
    faults.add(
        name
            + " is \""
            + text.get()
            + "\"; it must be a whole number from "
            + least
            + " to "
            + most);
    return otherwise;
  }

  /** A file or folder. */
  public Path path(String name, Path otherwise) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return Path.of(text.get());
    } catch (InvalidPathException e) {
      faults.add(name + " is \"" + text.get() + "\"; it must be the path of a file or folder");
      return otherwise;
    }
  }

  /** What a file of Java properties in UTF-8 holds; nothing if none is named. */
  public Map<String, String> properties(String name) {
    Map<String, String> found = new TreeMap<>();
    optional(name)
        .ifPresent(file -> {
          Properties properties = new Properties();
          try (Reader text = Files.newBufferedReader(Path.of(file))) {
            properties.load(text);
          } catch (IOException | IllegalArgumentException e) {
            faults.add(
                "%s names %s, which cannot be read as properties (%s); name a file that can"
                    .formatted(name, file, why(e)));
          }
          properties
              .stringPropertyNames()
              .forEach(key -> found.put(key, properties.getProperty(key)));
        });
    return found;
  }

  private static String why(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is none";
      case AccessDeniedException _ -> "this process has no right to it";
      case CharacterCodingException _ -> "it is not UTF-8";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** An http or https address, without a slash at its end. */
  public URI url(String name, URI otherwise) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      URI uri = new URI(text.get().replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below, as any address that is not a web address is.
    }
    faults.add(name + " is \"" + text.get() + "\"; it must be a web address such as " + otherwise);
    return otherwise;
  }

  /** Notes a fault that only the caller can see. */
  public void fault(String name, String whatAndWhatToDo) {
    faults.add(name + " " + whatAndWhatToDo);
  }

  /**
   * All variables that begin with a prefix, without it, lower case with dots: KAFKA_ACKS is acks.
   */
  public Map<String, String> withPrefix(String prefix) {
    Map<String, String> found = new TreeMap<>();
    variables.forEach((name, value) -> {
      if (name.startsWith(prefix) && !value.isBlank()) {
        found.put(
            name.substring(prefix.length()).toLowerCase(java.util.Locale.ROOT).replace('_', '.'),
            value.strip());
      }
    });
    return found;
  }

  /**
   * Ends the reading.
   *
   * @throws SettingsException naming every fault
   */
  public void done() {
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }
}
