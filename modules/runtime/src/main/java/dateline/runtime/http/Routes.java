package dateline.runtime.http;

import dateline.runtime.metrics.HttpMetrics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Optional<HttpMetrics> metrics;

  private Routes(
      List<Route> routes,
      BiFunction<Request, Problem, Response> problems,
      Optional<HttpMetrics> metrics) {
    this.routes = List.copyOf(routes);
    this.problems = problems;
    this.metrics = metrics;
  }

  /** Problems are answered as application/problem+json. */
  public static Routes of(List<Route> routes) {
    return new Routes(routes, (_, problem) -> problem, Optional.empty());
  }

  /**
   * The same with problems shown another way, for instance as a page to those who accept HTML. What
   * it makes must depend on the problem and the request's headers only.
   */
  public Routes showingProblems(BiFunction<Request, Problem, Response> page) {
    return new Routes(routes, page, metrics);
  }

  /** The same, with each answer counted. */
  public Routes measured(HttpMetrics by) {
    return new Routes(routes, problems, Optional.of(by));
  }

  /**
   * What answers a request.
   *
   * @param method of the route, or {@code none}
   * @param pattern of the route, or {@code none}
   */
  private record Match(String method, String pattern, Handler handler, Map<String, String> params) {

    static Match none(Response response) {
      return new Match("none", "none", _ -> response, Map.of());
    }
  }

  /** The answer, with conditional requests settled and security headers set. */
  public Response answer(Request request) {
    long began = System.nanoTime();
    int status = 500;
    Match match = match(request);
    try {
      Response response = answer(request, match);
      status = response.status();
      return response;
    } finally {
      if (metrics.isPresent()) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        metrics.get().answered(match.method(), match.pattern(), status, took);
      }
    }
  }

  private Response answer(Request request, Match match) {
    return switch (handled(request, match)) {
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

  private static Response handled(Request request, Match match) {
    try {
      return match.handler().handle(request.withParams(match.params()));
    } catch (ProblemException e) {
      return e.problem();
    }
  }

  private Match match(Request request) {
    try {
      return match(request, PathPattern.segments(request.path()));
    } catch (ProblemException e) {
      return Match.none(e.problem());
    }
  }

  private Match match(Request request, List<String> segments) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    TreeSet<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> params = route.path().match(segments);
      if (params.isPresent()) {
        if (route.method().equals(method)) {
          return new Match(method, route.path().toString(), route.handler(), params.get());
        }
        allowed.add(route.method());
        if (route.method().equals("GET")) {
          allowed.add("HEAD");
        }
      }
    }
    return Match.none(unrouted(method, allowed));
  }

  private static Response unrouted(String method, Set<String> allowed) {
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
