package dateline.runtime.http;

import dateline.runtime.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content.Sink;
import org.eclipse.jetty.io.Content.Source;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty's requests and responses made ours. The top of every request's thread. */
final class JettyHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(JettyHandler.class);

  /** Longest body taken that is no upload; the longest real note has 79 kB. */
  private static final int BODY_LIMIT = 1 << 20;

  /** Of an upload that nobody wants, at most so much is read. */
  private static final long REST_LIMIT = 32L << 20;

  private final String name;
  private final Routes routes;

  JettyHandler(String name, Routes routes) {
    this.name = name;
    this.routes = routes;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request jetty,
      org.eclipse.jetty.server.Response out,
      Callback callback) {
    Trace trace =
        Optional.ofNullable(jetty.getHeaders().get(Trace.HEADER))
            .flatMap(Trace::read)
            .orElseGet(Trace::begin);
    return trace.during(() -> handle(jetty, trace, out, callback));
  }

  private boolean handle(
      org.eclipse.jetty.server.Request jetty,
      Trace trace,
      org.eclipse.jetty.server.Response out,
      Callback callback) {
    boolean head = jetty.getMethod().equals("HEAD");
    out.getHeaders().put(Trace.ANSWERED, trace.id());
    try {
      send(answer(jetty), head, out, callback);
    } catch (IOException | InterruptedException e) {
      // The client has gone or the server stops: nobody is left to tell.
      callback.failed(e);
    } catch (Throwable e) {
      if (e instanceof UncheckedIOException && e.getCause() instanceof BrokenOffException) {
        callback.failed(e);
        return true;
      }
      if (e instanceof HttpException malformed && !out.isCommitted()) {
        out.setStatus(malformed.getCode());
        return refuse(jetty, out, callback);
      }
      String id = UUID.randomUUID().toString();
      log.atError()
          .addKeyValue("server", name)
          .addKeyValue("errorId", id)
          .setCause(e)
          .log("request failed");
      if (out.isCommitted()) {
        callback.failed(e);
      } else {
        out.reset();
        out.getHeaders().put(Trace.ANSWERED, trace.id());
        Problem problem =
            Problem.of(
                500, "INTERNAL_ERROR", "Internal error", "Something broke here; try again later.");
        write(problem.with("errorId", id).toContent(), head, out, callback);
      }
    }
    return true;
  }

  /** What Jetty refuses before it asks us: malformed requests and limits of the protocol. */
  boolean refuse(
      org.eclipse.jetty.server.Request jetty,
      org.eclipse.jetty.server.Response out,
      Callback callback) {
    int status = out.getStatus() < 400 ? 500 : out.getStatus();
    Problem problem =
        switch (status) {
          case 400 -> Problem.badRequest("MALFORMED_REQUEST", "The request is malformed; mend it.");
          case 404 -> Problem.notFound();
          case 503 -> Problem.of(503, "STOPPING", "Stopping", "The server stops; try again later.");
          default ->
              Problem.of(status, "REFUSED", "Refused", "The request cannot be answered as it is.");
        };
    write(problem.toContent(), jetty.getMethod().equals("HEAD"), out, callback);
    return true;
  }

  private Response answer(org.eclipse.jetty.server.Request jetty) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpField field : jetty.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(field.getName().toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
    }
    String path = jetty.getHttpURI().getPath();
    String query = jetty.getHttpURI().getQuery();
    Request bare =
        new Request(
            jetty.getMethod(), path == null ? "" : path, Map.of(), Map.of(), headers, Body.NONE);
    if (routes.takesUpload(bare.method(), bare.path())) {
      InputStream content = new Arriving(Source.asInputStream(jetty));
      Response response = answer(bare, query, Body.arriving(content));
      letFinish(content);
      return response;
    }
    Problem tooLarge =
        Problem.of(
            413,
            "BODY_TOO_LARGE",
            "Body too large",
            "The body has more than " + BODY_LIMIT + " bytes; send less.");
    if (jetty.getLength() > BODY_LIMIT) {
      return routes.page(bare, tooLarge);
    }
    byte[] body = Source.asInputStream(jetty).readNBytes(BODY_LIMIT + 1);
    if (body.length > BODY_LIMIT) {
      return routes.page(bare, tooLarge);
    }
    return answer(bare, query, Body.of(body));
  }

  /** Whoever still sends what was refused must hear why, not that the connection broke. */
  private static void letFinish(InputStream content) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long left = REST_LIMIT;
    int read = 0;
    while (left > 0 && read >= 0) {
      read = content.read(buffer);
      left -= read;
    }
  }

  private Response answer(Request bare, @Nullable String query, Body body) {
    try {
      return routes.answer(
          new Request(
              bare.method(),
              bare.path(),
              Map.of(),
              query == null ? Map.of() : PercentEncoding.decodePairs(query),
              bare.headers(),
              body));
    } catch (ProblemException malformedQuery) {
      return routes.page(bare, malformedQuery.problem());
    }
  }

  private static void send(
      Response response, boolean head, org.eclipse.jetty.server.Response out, Callback callback)
      throws IOException, InterruptedException {
    switch (response) {
      case Content content -> write(content, head, out, callback);
      case Problem problem -> write(problem.toContent(), head, out, callback);
      case Response.Redirect redirect -> {
        out.setStatus(redirect.status());
        out.getHeaders().put(HttpHeader.LOCATION, redirect.location());
        out.write(true, ByteBuffer.allocate(0), callback);
      }
      case Response.Empty empty -> {
        out.setStatus(empty.status());
        empty.headers().forEach(out.getHeaders()::put);
        out.write(true, ByteBuffer.allocate(0), callback);
      }
      case Response.Stream stream -> {
        out.setStatus(200);
        stream.headers().forEach(out.getHeaders()::put);
        out.getHeaders().put(HttpHeader.CONTENT_TYPE, stream.contentType());
        if (!head) {
          try (OutputStream body = Sink.asOutputStream(out)) {
            stream.writer().writeTo(body);
          }
        }
        callback.succeeded();
      }
    }
  }

  private static void write(
      Content content, boolean head, org.eclipse.jetty.server.Response out, Callback callback) {
    out.setStatus(content.status());
    HttpFields.Mutable headers = out.getHeaders();
    content.headers().forEach(headers::put);
    headers.put(HttpHeader.CONTENT_TYPE, content.contentType());
    headers.put(HttpHeader.CONTENT_LENGTH, content.body().length());
    out.write(true, head ? ByteBuffer.allocate(0) : content.body().buffer(), callback);
  }
}
