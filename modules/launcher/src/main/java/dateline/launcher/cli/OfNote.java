package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Things of one note, named at a terminal by the beginning of their ids or of their names. */
final class OfNote {

  private OfNote() {}

  /**
   * The one thing that is called so, or whose id or name begins so.
   *
   * @param what it is, for people: {@code "file"}
   * @param id name of the field with its id
   * @param name name of the field with what it is called
   * @throws DeskRefusal naming all if there is none, the candidates if there are several
   */
  static JsonNode one(JsonNode all, String said, String what, String id, String name) {
    List<JsonNode> called = matching(all, said, id, name);
    if (called.size() == 1) {
      return called.getFirst();
    }
    List<JsonNode> meant = called.isEmpty() ? list(all) : called;
    List<String> ids = meant.stream().map(one -> one.path(id).asText()).toList();
    List<String> words =
        meant.stream()
            .map(one ->
                "%s (%s)".formatted(PapersText.shortened(one.path(id)), one.path(name).asText()))
            .toList();
    throw DeskRefusal.of(
            called.isEmpty() ? "UNKNOWN_NAME" : "AMBIGUOUS_PREFIX",
            called.isEmpty()
                ? "The note has no %s \"%s\"; it has %s."
                    .formatted(what, said, words.isEmpty() ? "none" : String.join(", ", words))
                : "\"%s\" may be %s; say more of the one you mean."
                    .formatted(said, String.join(" or ", words)))
        .among(ids);
  }

  private static List<JsonNode> matching(JsonNode all, String said, String id, String name) {
    List<JsonNode> exact =
        list(all).stream()
            .filter(
                one -> one.path(name).asText().equals(said) || one.path(id).asText().equals(said))
            .toList();
    return exact.isEmpty()
        ? list(all).stream()
            .filter(one ->
                one.path(id).asText().startsWith(said) || one.path(name).asText().startsWith(said))
            .toList()
        : exact;
  }

  private static List<JsonNode> list(JsonNode all) {
    return StreamSupport.stream(all.spliterator(), false).toList();
  }
}
