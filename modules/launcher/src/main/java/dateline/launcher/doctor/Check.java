package dateline.launcher.doctor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Looks at one thing of a deployment, and changes nothing that anybody would notice. */
interface Check {

  /** In one word: {@code "brokers"}. */
  String name();

  /** Whether it asks the brokers. */
  default boolean needsTheLog() {
    return true;
  }

  /**
   * What there is to say, at least one thing.
   *
   * @throws ExecutionException if the brokers do not let it look
   * @throws IOException if something else does not
   */
  List<Finding> look() throws ExecutionException, IOException, InterruptedException;
}
