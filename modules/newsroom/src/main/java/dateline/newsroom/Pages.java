package dateline.newsroom;

import dateline.note.CanonicalForm;
import dateline.runtime.Health;
import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import dateline.runtime.http.Routes;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Everything the newsroom answers. */
final class Pages {
  private static final String PROBLEM = "application/problem+json";

  private final Site site;
  private final ReleasedNotes notes;
  private final AtomFeed feed;
  private final RecentPages recent = new RecentPages();

  private Pages(Site site, ReleasedNotes notes) {
    this.site = site;
    this.notes = notes;
    this.feed = new AtomFeed(site, notes);
  }

  static Routes routes(
      Site site,
      Assets assets,
      ReleasedNotes notes,
      Subscriptions subscriptions,
      Supplier<Health> health) {
    Pages pages = new Pages(site, notes);
    return Routes.of(
            List.of(
                Route.get("/", pages::front),
                Route.get("/notes/{id}.json", pages::json),
                Route.get("/notes/{id}.txt", pages::text),
                Route.get("/notes/{id}", pages::note),
                Route.get("/notes/{id}/{slug}", pages::slug),
                Route.get("/feed.atom", _ -> pages.feed.newest()),
                Route.get("/feed/{number}.atom", pages::archive),
                Route.get("/subscriptions", subscriptions::form),
                Route.post("/subscriptions", subscriptions::subscribe),
                Route.get("/subscriptions/requested", subscriptions::requested),
                Route.get("/subscriptions/confirm", subscriptions::askToConfirm),
                Route.post("/subscriptions/confirm", subscriptions::confirm),
                Route.get("/subscriptions/unsubscribe", subscriptions::askToUnsubscribe),
                Route.post("/subscriptions/unsubscribe", subscriptions::unsubscribe),
                Route.get("/health", _ -> health(health.get())),
                Route.get(assets.path(), _ -> assets.content())))
        .showingProblems(pages::problem);
  }

  private Response front(Request request) {
    int pages = Math.max(1, Math.ceilDiv(notes.count(), FrontPage.NOTES));
    int number = number(request.query("page").orElse("1"));
    if (number > pages) {
      return Problem.notFound();
    }
    List<PublicNote> shown = notes.newest((number - 1) * FrontPage.NOTES, FrontPage.NOTES);
    return fresh(Templates.page(200, "front", FrontPage.of(site, shown, number, pages)).withEtag());
  }

  private Response note(Request request) {
    return page(released(request));
  }

  private Response slug(Request request) {
    PublicNote note = released(request);
    return note.slug().equals(request.param("slug"))
        ? page(note)
        : Response.Redirect.permanent(note.canonicalPath());
  }

  private Response page(PublicNote note) {
    return recent.of(note, this::render);
  }

  private Content render(PublicNote note) {
    return fresh(
        Templates.page(200, "note", new NotePage(site, note))
            .withEtag()
            .withLastModified(note.changed()));
  }

  private Response json(Request request) {
    PublicNote note = released(request);
    return fresh(
        Content.json(200, NoteJson.of(site, note)).withEtag().withLastModified(note.changed()));
  }

  /**
   * The canonical form: its SHA-256 is the note's digest, so anybody can check it. No addendum
   * stands in it.
   */
  private Response text(Request request) {
    PublicNote note = released(request);
    return fresh(
        Content.of("text/plain; charset=utf-8", Body.of(CanonicalForm.of(note.note()).text()))
            .withEtag(note.digest().hex())
            .withLastModified(note.updated()));
  }

  private Response archive(Request request) {
    return feed.archive(number(request.param("number")))
        .<Response>map(content -> content)
        .orElseGet(Problem::notFound);
  }

  /** "Not yet" and "never existed" go the same way from here on: there is nothing to tell apart. */
  private PublicNote released(Request request) {
    return notes
        .note(request.param("id"))
        .orElseThrow(() -> new ProblemException(Problem.notFound()));
  }

  private Response problem(Request request, Problem problem) {
    boolean page = request.accepted(PROBLEM, "text/html").filter("text/html"::equals).isPresent();
    Content shown =
        page
            ? Templates.page(
                problem.status(),
                "message",
                MessagePage.of(site, problem.title(), problem.detail()))
            : problem.toContent();
    return shown.withHeader("Cache-Control", "no-store").withHeader("Vary", "Accept");
  }

  private static Response health(Health health) {
    return Content.json(
            health.ready() ? 200 : 503,
            Map.of(
                "component", health.component(),
                "live", health.live(),
                "ready", health.ready(),
                "why", health.why()))
        .withHeader("Cache-Control", "no-store");
  }

  /** Readers ask each time whether it is still so: a correction must not wait for a cache. */
  private static Content fresh(Content content) {
    return content.withHeader("Cache-Control", "public, no-cache");
  }

  /** A page's number, from 1; anything else is the number of a page that is not there. */
  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,7}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }
}
