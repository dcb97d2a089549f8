package dateline.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What a handler answers. */
public sealed interface Response
    permits Content, Problem, Response.Redirect, Response.Empty, Response.Stream {

  /** The status code. */
  int status();

  /**
   * Go there instead.
   *
   * @param status 301, 302, 303, 307 or 308
   * @param location a path of ours or a whole address
   */
  record Redirect(int status, String location) implements Response {

    /** After a POST: look at the result there (303). */
    public static Redirect seeOther(String location) {
      return new Redirect(303, location);
    }

    /** The address has changed for ever (308). */
    public static Redirect permanent(String location) {
      return new Redirect(308, location);
    }
  }

  /** Nothing but a status and headers. */
  record Empty(int status, Map<String, String> headers) implements Response {
    public Empty {
      headers = Map.copyOf(headers);
    }

    /** 204. */
    public static Empty noContent() {
      return new Empty(204, Map.of());
    }
  }

  /**
   * A body that is written while it is made, with status 200: server-sent events, exports, files.
   * It is sent as it is, whatever the request's conditions say.
   */
  record Stream(String contentType, Map<String, String> headers, Writer writer)
      implements Response {
    public Stream {
      headers = Map.copyOf(headers);
    }

    @Override
    public int status() {
      return 200;
    }

    /** Writes a body; may block as long as it likes. */
    @FunctionalInterface
    public interface Writer {
      /**
       * @param out flushed to the client with {@code flush()}
       * @throws IOException if the client is gone: let it pass
       * @throws InterruptedException if the server stops: let it pass
       */
      void writeTo(OutputStream out) throws IOException, InterruptedException;
    }
  }
}
