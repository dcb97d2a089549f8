package dateline.desk;

import dateline.contracts.AnswerForOfficeV1;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.MannerV1;
import dateline.contracts.UseInvitationV1;
import dateline.kernel.MessageId;
import dateline.runtime.InvitationLink;
import dateline.runtime.http.Content;
import dateline.runtime.http.Form;
import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import dateline.runtime.http.Response;
import dateline.runtime.http.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where somebody outside the house clears one text: the link shows a door, a mailed code opens it,
 * and each of these steps is on the record. To look does nothing; a form acts.
 */
final class InvitationPages {

  private static final String PREFIX = "/invitations/";
  private static final String COOKIE = "dateline-invitation";
  private static final Duration OPEN_FOR = Duration.ofHours(12);

  /** Refusals of what stands in the form, or of a moment: it comes again, filled in. */
  private static final Set<String> TO_MEND =
      Set.of("REASON_MISSING", "REASON_TOO_LONG", "LOG_UNAVAILABLE");

  private final ReadModel model;
  private final ClearanceVoice voice;
  private final InvitationViews views;
  private final String secret;
  private final InstantSource clock;

  /**
   * @param secret {@code DATELINE_SECRET}, with which links and codes are made
   */
  InvitationPages(
      ReadModel model,
      ClearanceVoice voice,
      InvitationViews views,
      String secret,
      InstantSource clock) {
    this.model = model;
    this.voice = voice;
    this.views = views;
    this.secret = secret;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(PREFIX + "{token}", this::show), Route.post(PREFIX + "{token}", this::act));
  }

  /** A problem at such an address is told to a person; empty if it is at another. */
  Optional<Response> problem(Request request, Problem problem) {
    return request.path().startsWith(PREFIX)
        ? Optional.of(views.problem(problem))
        : Optional.empty();
  }

  /**
   * Who holds this link.
   *
   * @throws ProblemException 403 {@code LINK_DAMAGED} if it is none of ours, 410 {@code
   *     ANOTHER_LINK} if a newer one took its place
   */
  private Invitee invitee(Request request) {
    String token = request.param("token");
    InvitationLink link =
        InvitationLink.of(secret, token)
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(
                        403,
                        "LINK_DAMAGED",
                        "This link does not work",
                        "It is not complete, or was not made here; open it from the mail, or copy it whole.")));
    return model
        .note(link.noteId())
        .flatMap(note -> Invitee.of(token, link, note))
        .orElseThrow(() ->
            new ProblemException(
                Problem.of(
                    410,
                    "ANOTHER_LINK",
                    "This link has ended",
                    "A newer one took its place; use the one in the newest mail. If this is the newest, try again in a minute.")));
  }

  private Response show(Request request) {
    Invitee invitee = invitee(request);
    return invitee
        .over(clock.instant())
        .map(views::problem)
        .orElseGet(() ->
            isOpened(request, invitee)
                ? views.text(200, invitee, "", Optional.empty())
                : door(invitee, Optional.empty()));
  }

  private Content door(Invitee invitee, Optional<String> fault) {
    return views.door(
        fault.isPresent() ? 422 : 200, invitee, invitee.guest().hasACode(clock.instant()), fault);
  }

  /** Whether the text was opened in this browser. */
  private boolean isOpened(Request request, Invitee invitee) {
    return invitee.guest().uses().openedAt().isPresent()
        && cookie(request)
            .filter(kept -> invitee.link().isOpened(secret, kept, clock.instant()))
            .isPresent();
  }

  private static Optional<String> cookie(Request request) {
    return Arrays.stream(request.header("Cookie").orElse("").split(";", -1))
        .map(String::strip)
        .filter(one -> one.startsWith(COOKIE + '='))
        .map(one -> one.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private Response act(Request request) {
    Invitee invitee = invitee(request);
    Optional<Problem> over = invitee.over(clock.instant());
    if (over.isPresent()) {
      return views.problem(over.get());
    }
    Form form = request.form();
    return switch (form.first("do").orElse("")) {
      case "mail" -> mail(invitee);
      case "open" -> open(request, invitee, form.first("code").orElse(""));
      case "clear" -> answer(request, invitee, "CLEARED", "");
      case "object" ->
          answer(request, invitee, "NOT_CLEARED", form.first("reason").orElse("").strip());
      default ->
          views.problem(
              Problem.of(
                  422,
                  "NO_ANSWER",
                  "Nothing was sent",
                  "Nothing is recorded; open the link again and press one of its buttons."));
    };
  }

  private Response mail(Invitee invitee) {
    if (isForgotten(invitee)) {
      return door(
          invitee,
          Optional.of(
              "Your address is no longer on file here, so nothing can be mailed to it. Ask the press office for a new link."));
    }
    return use(
        invitee,
        "CODE_ASKED",
        0,
        "mail\n"
            + (invitee.guest().uses().codes() + 1)
            + '\n'
            + invitee.guest().hasACode(clock.instant()),
        now -> seeOther(now, Map.of()));
  }

  /** Whether their address was known and is not any more. */
  private boolean isForgotten(Invitee invitee) {
    return model
        .contact(invitee.guest().person())
        .filter(contact -> contact.address().isBlank())
        .isPresent();
  }

  private Response open(Request request, Invitee invitee, String typed) {
    int number = invitee.guest().uses().codes();
    if (!invitee.guest().hasACode(clock.instant())) {
      return door(invitee, Optional.of("Your code was used or is too old; have a new one mailed."));
    }
    if (!InvitationLink.looksLikeACode(typed)) {
      return door(invitee, Optional.of("A code has 8 digits; type all of them."));
    }
    if (invitee.link().isCode(secret, number, typed)) {
      String keep =
          "%s=%s; Path=%s%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
              .formatted(
                  COOKIE,
                  invitee.link().opened(secret, clock.instant().plus(OPEN_FOR)),
                  PREFIX,
                  invitee.token(),
                  OPEN_FOR.toSeconds(),
                  request.header("X-Forwarded-Proto").filter("https"::equals).isPresent()
                      ? "; Secure"
                      : "");
      return use(
          invitee,
          "OPENED",
          number,
          "open\n" + number + '\n' + CommandId.random(),
          now -> seeOther(now, Map.of("Set-Cookie", keep)));
    }
    return use(
        invitee,
        "WRONG_CODE",
        number,
        "wrong\n" + number + '\n' + typed,
        now ->
            now.over(clock.instant())
                .map(views::problem)
                .orElseGet(() -> door(now, Optional.of(wrong(now)))));
  }

  private static String wrong(Invitee now) {
    int left = Guest.MOST_WRONG_CODES - now.guest().uses().wrongCodes();
    return "That is not the code of the newest mail. %s before the link is locked."
        .formatted(left == 1 ? "You can try once more" : "You can try " + left + " times more");
  }

  /** Records a use of the link, and shows what follows. */
  private Response use(
      Invitee invitee, String use, int code, String what, Function<Invitee, Response> shown) {
    UseInvitationV1 payload = new UseInvitationV1(invitee.link().invitation(), use, code);
    Response used = give(invitee, what, command -> command.setUseInvitation(payload), shown);
    return used instanceof Problem problem ? views.problem(problem) : used;
  }

  private Response answer(Request request, Invitee invitee, String answer, String reason) {
    if (!isOpened(request, invitee)) {
      return door(
          invitee,
          Optional.of(
              "Nothing is recorded: this browser does not show the text any more. Open it with a code, then answer."));
    }
    Optional<Unfit> unfit = Unfit.in(reason);
    if (unfit.isPresent()) {
      return views.text(
          422, invitee, reason, Optional.of("The reason " + unfit.get().whatAndWhatToDo() + '.'));
    }
    AnswerForOfficeV1 payload =
        new AnswerForOfficeV1(
            invitee.guest().digest(), answer, reason, new MannerV1("LINK", null, null));
    String round = invitee.standing().turn().map(turn -> turn.since().toString()).orElse("");
    String said = invitee.said().map(Standing.Answered::answer).orElse("");
    Response given =
        give(
            invitee,
            String.join("\n", "answer", round, said, answer, reason),
            command -> command.setAnswerForOffice(payload),
            now -> views.recorded(now, answer.equals("CLEARED")));
    return given instanceof Problem problem
        ? TO_MEND.contains(problem.code())
            ? views.text(problem.status(), invitee, reason, Optional.of(problem.detail()))
            : views.problem(problem)
        : given;
  }

  /** Gives the command; what was refused is the caller's to show. */
  private Response give(
      Invitee invitee,
      String what,
      UnaryOperator<ClearanceCommandV1.Builder> payload,
      Function<Invitee, Response> shown) {
    String id = MessageId.of("invitation\n" + invitee.token() + '\n' + what).value();
    Response given =
        voice.give(
            invitee.note(), invitee.actor(), id, payload, _ -> Content.text(200, "recorded"));
    if (given instanceof Content content && content.status() == 200) {
      return shown.apply(invitee.at(model.note(invitee.note().id()).orElse(invitee.note())));
    }
    return given.status() == 202 ? views.underWay() : given;
  }

  private static Response seeOther(Invitee invitee, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Location", PREFIX + invitee.token());
    all.put("Cache-Control", "no-store");
    return new Response.Empty(303, all);
  }
}
