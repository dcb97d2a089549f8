package dateline.runtime.http;

/**
 * Who answers what.
 *
 * @param method {@code "GET"}; a GET route answers HEAD too
 * @param path which paths
 * @param handler who answers
 * @param takesUpload whether the body is left to the handler, to be read while it arrives
 */
public record Route(String method, PathPattern path, Handler handler, boolean takesUpload) {

  /**
   * @param pattern see {@link PathPattern#of}
   */
  public static Route get(String pattern, Handler handler) {
    return new Route("GET", PathPattern.of(pattern), handler, false);
  }

  /**
   * @param pattern see {@link PathPattern#of}
   */
  public static Route post(String pattern, Handler handler) {
    return new Route("POST", PathPattern.of(pattern), handler, false);
  }

  /**
   * @param pattern see {@link PathPattern#of}
   */
  public static Route put(String pattern, Handler handler) {
    return new Route("PUT", PathPattern.of(pattern), handler, false);
  }

  /**
   * @param pattern see {@link PathPattern#of}
   */
  public static Route delete(String pattern, Handler handler) {
    return new Route("DELETE", PathPattern.of(pattern), handler, false);
  }

  /**
   * The same route for files: the body is left to the handler, who knows by then who sends it. It
   * may be longer than others, and only {@link Body#stream} reads it.
   */
  public Route uploading() {
    return new Route(method, path, handler, true);
  }
}
