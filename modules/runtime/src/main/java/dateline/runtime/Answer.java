package dateline.runtime;

import dateline.contracts.AnswerV1;
import dateline.contracts.DoneV1;
import dateline.contracts.NothingToDoV1;
import dateline.contracts.RefusedV1;
import dateline.runtime.wire.UnreadableRecordException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine said to one command. */
public sealed interface Answer {

  /** The command answered. */
  String commandId();

  /** What the command was about: note or subscriber id. */
  String key();

  /** How many events the key had after the command. */
  long version();

  /** The command is done by these events. */
  record Done(String commandId, String key, long version, List<String> events) implements Answer {
    public Done {
      events = List.copyOf(events);
    }
  }

  /**
   * It was so already.
   *
   * @param because one sentence for people
   */
  record NothingToDo(String commandId, String key, long version, String because)
      implements Answer {}

  /**
   * A rule forbids it; nothing changed.
   *
   * @param code the broken rule: {@code STALE_REVISION}
   * @param reason what is so, then what to do
   */
  record Refused(String commandId, String key, long version, String code, String reason)
      implements Answer {}

  /**
   * Reads an answer from its wire record.
   *
   * @throws UnreadableRecordException if it is of a kind this version does not know
   */
  static Answer fromWire(AnswerV1 wire) {
    String id = wire.getCommandId();
    String key = wire.getKey();
    @Nullable DoneV1 done = wire.getDone();
    if (done != null) {
      return new Done(id, key, done.getVersion(), done.getEvents());
    }
    @Nullable NothingToDoV1 nothing = wire.getNothingToDo();
    if (nothing != null) {
      return new NothingToDo(id, key, nothing.getVersion(), nothing.getBecause());
    }
    @Nullable RefusedV1 refused = wire.getRefused();
    if (refused != null) {
      return new Refused(id, key, refused.getVersion(), refused.getCode(), refused.getReason());
    }
    throw new UnreadableRecordException("UNKNOWN_KIND", "it is an answer of an unknown kind");
  }
}
