package dateline.desk;

import dateline.contracts.Topic;
import dateline.runtime.Answer;
import dateline.runtime.AnswerBoard;
import dateline.runtime.CommandSender;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Where commands go and answers come from. */
@FunctionalInterface
interface Engines {

  /**
   * A command under way.
   *
   * @param written completes when it is in the log for good
   * @param answer completes when its engine has answered
   */
  record UnderWay(CompletableFuture<Void> written, CompletableFuture<Answer> answer) {}

  /**
   * Gives a command to the engine of this topic.
   *
   * @throws dateline.runtime.wire.RegistryUnavailableException if the schema registry is away
   */
  UnderWay give(Topic commands, String key, String commandId, SpecificRecord command);

  /** The engines behind the log. */
  static Engines behind(CommandSender sender, AnswerBoard board) {
    return (topic, key, commandId, command) -> {
      CompletableFuture<Answer> answer = board.nextAnswerTo(commandId);
      return new UnderWay(sender.send(topic, key, command), answer);
    };
  }
}
