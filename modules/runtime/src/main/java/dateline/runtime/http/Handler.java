package dateline.runtime.http;

/** What answers a request. May block: every request has its own virtual thread. */
@FunctionalInterface
public interface Handler {

  /**
   * @throws ProblemException to answer with a problem from deep inside
   */
  Response handle(Request request);
}
