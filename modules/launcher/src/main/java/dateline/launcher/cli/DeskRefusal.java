package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The desk said no, or could not be asked. The message is for people and says what to do. */
public final class DeskRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
  private static final Set<String> FOR_ALL =
      Set.of(
          "NO_PERSON",
          "NOT_YOUR_TOKEN",
          "UNKNOWN_PERSON",
          "ROLE_MISSING",
          "NOT_A_DESK",
          "INTERRUPTED");

  private final int status;
  private final String code;
  private final transient ObjectNode problem;

  private DeskRefusal(int status, String code, String message, ObjectNode problem) {
    super(message);
    this.status = status;
    this.code = code;
    this.problem = problem;
  }

  /** What the command line refuses by itself. */
  public static DeskRefusal of(String code, String sentence) {
    return of(0, code, sentence, DeskClient.JSON.createObjectNode());
  }

  /**
   * What the desk refused.
   *
   * @param message the problem in words, with its candidates
   * @param problem as the desk sent it
   */
  static DeskRefusal of(int status, String code, String message, JsonNode problem) {
    ObjectNode whole =
        problem instanceof ObjectNode object
            ? object.deepCopy()
            : DeskClient.JSON.createObjectNode();
    whole.put("code", code);
    if (!whole.path("detail").isTextual()) {
      whole.put("detail", message);
    }
    return new DeskRefusal(status, code, message, whole);
  }

  /** Whether nobody answers who can: the desk, its log or what stands before it is away or busy. */
  public boolean isAway() {
    return AWAY.contains(status) || code.equals("DESK_UNREACHABLE");
  }

  /** Whether every further request of the same command would be refused for the same reason. */
  public boolean isForAll() {
    return isAway() || status == 401 || FOR_ALL.contains(code);
  }

  /** The HTTP status; 0 if the desk could not be reached or was not asked. */
  public int status() {
    return status;
  }

  /** The broken rule: {@code STALE_REVISION}. */
  public String code() {
    return code;
  }

  /**
   * For programs: {@code code}, {@code detail} and what else there is to know, such as {@code
   * candidates}; as the desk sent it, if it did.
   */
  public ObjectNode problem() {
    return problem.deepCopy();
  }

  /** The same refusal with a further sentence for people. */
  public DeskRefusal saying(String further) {
    DeskRefusal more = new DeskRefusal(status, code, getMessage() + '\n' + further, problem());
    more.problem.put("hint", further);
    return more;
  }

  /** The same refusal with one more member for programs. */
  DeskRefusal with(String member, JsonNode value) {
    DeskRefusal more = new DeskRefusal(status, code, String.valueOf(getMessage()), problem());
    more.problem.set(member, value);
    return more;
  }

  /** The same refusal with those that may be meant, by their ids. */
  DeskRefusal among(Iterable<String> ids) {
    ArrayNode candidates = DeskClient.JSON.createArrayNode();
    ids.forEach(id -> candidates.addObject().put("id", id));
    return with("candidates", candidates);
  }
}
