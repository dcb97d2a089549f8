package dateline.runtime.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * All that a server answers, as data. The first route whose method and pattern match wins; HEAD is
 * answered by GET routes; a path that only other methods have is 405 with Allow; anything else is
 * 404.
 */
public final class Routes {
  private final List<Route> routes;
  private final BiFunction<Request, Problem, Response> problems;

  private Routes(List<Route> routes, BiFunction<Request, Problem, Response> problems) {
    this.routes = List.copyOf(routes);
    this.problems = problems;
  }

  /** Problems are answered as application/problem+json. */
  public static Routes of(List<Route> routes) {
    return new Routes(routes, (_, problem) -> problem);
  }

  /**
   * The same with problems shown another way, for instance as a page to those who accept HTML. What
   * it makes must depend on the problem and the request's headers only.
   */
  public Routes showingProblems(BiFunction<Request, Problem, Response> page) {
    return new Routes(routes, page);
  }

  /** The answer, with conditional requests settled and security headers set. */
  public Response answer(Request request) {
    return switch (handled(request)) {
      case Problem problem -> page(request, problem);
      case Content content -> sent(request, SecurityHeaders.on(content));
      case Response.Redirect redirect -> redirect;
      case Response.Empty empty -> empty;
      case Response.Stream stream -> stream;
    };
  }

  private static Response sent(Request request, Content content) {
    return switch (Conditional.answer(request, Compression.announced(request, content))) {
      case Content changed -> Compression.done(changed);
      case Problem problem -> problem;
      case Response.Redirect redirect -> redirect;
      case Response.Empty unchanged -> unchanged;
      case Response.Stream stream -> stream;
    };
  }

  /** A problem as these routes show it. */
  Response page(Request request, Problem problem) {
    return switch (problems.apply(request, problem)) {
      case Problem plain -> SecurityHeaders.on(plain.toContent());
      case Content content -> SecurityHeaders.on(withHeaders(content, problem.headers()));
      case Response.Redirect redirect -> redirect;
      case Response.Empty empty -> empty;
      case Response.Stream stream -> stream;
    };
  }

  /** Whether the body of such a request is read by the one who answers it. */
  boolean takesUpload(String method, String rawPath) {
    try {
      List<String> segments = PathPattern.segments(rawPath);
      return routes.stream()
          .anyMatch(route ->
              route.takesUpload()
                  && route.method().equals(method)
                  && route.path().match(segments).isPresent());
    } catch (ProblemException e) {
      return false; // Told when it is answered.
    }
  }

  private Response handled(Request request) {
    try {
      return route(request);
    } catch (ProblemException e) {
      return e.problem();
    }
  }

  private Response route(Request request) {
    List<String> segments = PathPattern.segments(request.path());
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> params = route.path().match(segments);
      if (params.isPresent()) {
        if (route.method().equals(method)) {
          return route.handler().handle(request.withParams(params.get()));
        }
        allowed.add(route.method());
        if (route.method().equals("GET")) {
          allowed.add("HEAD");
        }
      }
    }
    if (allowed.isEmpty()) {
      return Problem.notFound();
    }
    String allow = String.join(", ", allowed);
    if (method.equals("OPTIONS")) {
      return new Response.Empty(204, Map.of("Allow", allow));
    }
    return Problem.of(
            405,
            "METHOD_NOT_ALLOWED",
            "Method not allowed",
            "This address takes " + allow + "; use one of these.")
        .withHeader("Allow", allow);
  }

  private static Content withHeaders(Content content, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(content.headers());
    return new Content(content.status(), content.contentType(), all, content.body());
  }
}
