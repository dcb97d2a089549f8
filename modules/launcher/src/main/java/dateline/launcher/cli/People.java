package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whom a person at the command line means: people and offices by any unambiguous beginning of their
 * ids, and the first of the directory who may if nobody is named with {@code --as}.
 */
public final class People {

  private final JsonNode directory;

  /**
   * @param directory as {@code GET /api/directory} answers it
   */
  public People(JsonNode directory) {
    this.directory = directory;
  }

  /**
   * The first person with this role, of this office if one is given, who did not write on the note.
   *
   * @param contributors ids of those who wrote on it
   */
  public Optional<String> first(String role, Optional<String> office, JsonNode contributors) {
    Set<String> wrote = new HashSet<>();
    contributors.forEach(id -> wrote.add(id.asText()));
    return people()
        .filter(person -> has(person, role))
        .filter(person -> office.isEmpty() || person.path("office").asText().equals(office.get()))
        .map(person -> person.path("id").asText())
        .filter(id -> !wrote.contains(id))
        .findFirst();
  }

  /** A person's name as printed, or the id of somebody who is not there. */
  public String name(String id) {
    return people()
        .filter(person -> person.path("id").asText().equals(id))
        .map(person -> person.path("name").asText())
        .findFirst()
        .orElse(id);
  }

  /** The office this person answers for; empty for somebody who is not there. */
  Optional<String> officeOf(String id) {
    return people()
        .filter(person -> person.path("id").asText().equals(id))
        .map(person -> person.path("office").asText())
        .findFirst();
  }

  /** Whether this person is a deputy of somebody of this office, on whatever days. */
  boolean isDeputyAt(String id, String office) {
    return people()
        .filter(person -> person.path("office").asText().equals(office))
        .flatMap(person -> StreamSupport.stream(person.path("deputies").spliterator(), false))
        .anyMatch(deputy -> deputy.path("person").asText().equals(id));
  }

  /**
   * The one person whose id begins so.
   *
   * @throws DeskRefusal naming everybody if there is none, the candidates if there are several
   */
  String person(String beginning) {
    List<String> all = people().map(person -> person.path("id").asText()).sorted().toList();
    List<String> meant = meant(beginning, all);
    if (meant.isEmpty()) {
      throw DeskRefusal.of(
              "UNKNOWN_PERSON",
              all.isEmpty()
                  ? "The directory has no people yet; apply one with ./dateline directory apply FILE."
                  : "The directory has nobody \"%s\"; it has %s."
                      .formatted(beginning, String.join(", ", all)))
          .among(all);
    }
    return one(beginning, meant);
  }

  /**
   * The one office whose id begins so: of the note's list if one of those does, otherwise of the
   * directory.
   *
   * @param lines the note's clearance list, as the desk shows it
   * @throws DeskRefusal naming all offices if there is none, the candidates if there are several
   */
  String office(String beginning, JsonNode lines) {
    List<String> asked = ids(lines, "office");
    List<String> all = ids(directory.path("offices"), "id");
    if (all.contains(beginning)) {
      return beginning;
    }
    List<String> meant = meant(beginning, asked);
    if (meant.isEmpty()) {
      meant = meant(beginning, all);
    }
    if (meant.isEmpty()) {
      List<String> others = all.stream().filter(id -> !asked.contains(id)).toList();
      throw DeskRefusal.of(
              "UNKNOWN_OFFICE",
              asked.isEmpty()
                  ? "There is no office \"%s\"; the directory has %s."
                      .formatted(beginning, String.join(", ", others))
                  : "There is no office \"%s\"; this note is with %s. The directory also has %s."
                      .formatted(beginning, String.join(", ", asked), String.join(", ", others)))
          .among(asked.isEmpty() ? others : asked);
    }
    return one(beginning, meant);
  }

  private static String one(String beginning, List<String> meant) {
    if (meant.size() > 1) {
      throw DeskRefusal.of(
              "AMBIGUOUS_PREFIX",
              "\"%s\" may be %s; say more of the one you mean."
                  .formatted(beginning, String.join(" or ", meant)))
          .among(meant);
    }
    return meant.getFirst();
  }

  private static List<String> meant(String beginning, List<String> ids) {
    String lower = beginning.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      return List.of();
    }
    return ids.contains(lower)
        ? List.of(lower)
        : ids.stream().filter(id -> id.toLowerCase(Locale.ROOT).startsWith(lower)).toList();
  }

  private static List<String> ids(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.path(name).asText())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<JsonNode> people() {
    return StreamSupport.stream(directory.path("people").spliterator(), false);
  }

  private static boolean has(JsonNode person, String role) {
    for (JsonNode r : person.path("roles")) {
      if (r.asText().equals(role)) {
        return true;
      }
    }
    return false;
  }
}
