package dateline.newsroom;

import dateline.contracts.ActorV1;
import dateline.contracts.ConfirmSubscriptionV1;
import dateline.contracts.InterestsV1;
import dateline.contracts.NotificationCommandV1;
import dateline.contracts.SubscribeV1;
import dateline.contracts.UnsubscribeV1;
import dateline.kernel.Role;
import dateline.runtime.LogUnavailableException;
import dateline.runtime.SubscriberId;
import dateline.runtime.Tokens;
import dateline.runtime.Tokens.Purpose;
import dateline.runtime.http.Content;
import dateline.runtime.http.Form;
import dateline.runtime.http.PercentEncoding;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.wire.RegistryUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Notes by mail: asking, confirming, ending. What it answers never depends on whether an address is
 * known. It sets no cookie and needs none: what a link may do, its token says.
 */
final class Subscriptions {
  private final Site site;
  private final String secret;
  private final Tokens tokens;
  private final Clock clock;
  private final Function<NotificationCommandV1, CompletableFuture<Void>> log;

  /**
   * @param secret {@code DATELINE_SECRET}
   * @param log writes a command; completes when it is in the log for good
   */
  Subscriptions(
      Site site,
      String secret,
      Clock clock,
      Function<NotificationCommandV1, CompletableFuture<Void>> log) {
    this.site = site;
    this.secret = secret;
    this.tokens = new Tokens(secret);
    this.clock = clock;
    this.log = log;
  }

  Response form(Request request) {
    return Templates.page(200, "subscribe", SubscribePage.empty(site));
  }

  Response subscribe(Request request) {
    Form form = request.form();
    String address = form.first("address").orElse("").strip();
    Set<String> chosen = new HashSet<>(form.all("kind"));
    List<String> kinds = Kinds.ALL.stream().filter(chosen::contains).toList();
    if (!looksLikeAnAddress(address)) {
      String fault = "This is not an e-mail address; write it as name@example.org.";
      return Templates.page(
          422, "subscribe", new SubscribePage(site, address, chosen, Optional.of(fault)));
    }
    String subscriber = SubscriberId.of(secret, address);
    InterestsV1 interests = new InterestsV1(kinds, List.of(), List.of());
    write(command(subscriber).setSubscribe(new SubscribeV1(address, interests)).build());
    return Response.Redirect.seeOther("/subscriptions/requested");
  }

  Response requested(Request request) {
    return Templates.page(
        200,
        "message",
        MessagePage.of(
            site,
            "Look into your mail",
            "We have sent a message to the address you gave. Follow its link to say that it was"
                + " you; until then you will get no notes."));
  }

  Response askToConfirm(Request request) {
    String subscriber = authorized(request, Purpose.CONFIRM);
    return page(
        "Get our notes by mail?",
        "You will get each note when it is released. Every mail has a link that ends it.",
        new MessagePage.Button(
            address("confirm", Purpose.CONFIRM, subscriber), "Yes, send me notes"));
  }

  Response confirm(Request request) {
    String subscriber = authorized(request, Purpose.CONFIRM);
    write(command(subscriber).setConfirmSubscription(new ConfirmSubscriptionV1()).build());
    return page("You will get our notes", "Every mail has a link that ends it.");
  }

  Response askToUnsubscribe(Request request) {
    String subscriber = authorized(request, Purpose.UNSUBSCRIBE);
    return page(
        "No more notes by mail?",
        "You can subscribe again at any time.",
        new MessagePage.Button(
            address("unsubscribe", Purpose.UNSUBSCRIBE, subscriber), "No more mail, please"));
  }

  /** Also RFC 8058's one click: the body says nothing that the address does not. */
  Response unsubscribe(Request request) {
    String subscriber = authorized(request, Purpose.UNSUBSCRIBE);
    write(command(subscriber).setUnsubscribe(new UnsubscribeV1()).build());
    return page("You will get no more mail", "A mail that is already on its way may still arrive.");
  }

  private Content page(String title, String text) {
    return Templates.page(200, "message", MessagePage.of(site, title, text))
        .withHeader("Cache-Control", "no-store");
  }

  private Content page(String title, String text, MessagePage.Button button) {
    return Templates.page(200, "message", new MessagePage(site, title, text, Optional.of(button)))
        .withHeader("Cache-Control", "no-store")
        .withHeader("Referrer-Policy", "no-referrer");
  }

  /** The subscriber whose mail holds this link. */
  private String authorized(Request request, Purpose purpose) {
    String subscriber = request.query("subscriber").orElse("");
    String token = request.query("token").orElse("");
    if (!tokens.accepts(purpose, subscriber, token)) {
      throw new ProblemException(
          Problem.of(
              403,
              "BAD_TOKEN",
              "This link does not work",
              "The link is not complete or not ours; copy it whole from the mail."));
    }
    return subscriber;
  }

  private String address(String what, Purpose purpose, String subscriber) {
    return "/subscriptions/"
        + what
        + "?subscriber="
        + PercentEncoding.encode(subscriber)
        + "&token="
        + tokens.of(purpose, subscriber);
  }

  private NotificationCommandV1.Builder command(String subscriber) {
    String id = UUID.randomUUID().toString();
    return NotificationCommandV1.newBuilder()
        .setId(id)
        .setCausationId(id)
        .setAt(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS))
        .setActor(new ActorV1(subscriber, "", Role.PUBLIC.name()))
        .setSubscriberId(subscriber);
  }

  /** Returns when the log has it: only then may we say so. */
  private void write(NotificationCommandV1 command) {
    try {
      log.apply(command).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof LogUnavailableException) {
        throw unavailable();
      }
      throw e;
    } catch (RegistryUnavailableException e) {
      throw unavailable();
    }
  }

  private static ProblemException unavailable() {
    return new ProblemException(
        Problem.of(
                503,
                "LOG_UNAVAILABLE",
                "Not possible at the moment",
                "Your request could not be kept; please try again in a minute.")
            .withHeader("Retry-After", "60"));
  }

  /** Enough to tell a person of a slip; whether mail can be sent there, notification decides. */
  private static boolean looksLikeAnAddress(String text) {
    return text.length() <= 254
        && text.matches(
            "[^\\s@\\p{Cntrl}<>,;\"]+@[^\\s@\\p{Cntrl}<>,;\"]+\\.[^\\s@.\\p{Cntrl}<>,;\"]+");
  }
}
