package dateline.publishing;

import dateline.kernel.Decision;
import dateline.kernel.PersonId;
import dateline.note.MediaNote;
import dateline.note.VisibleText;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.Endorsing;
import dateline.publishing.PublishingCommand.LeaveEndorsers;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingEvent.Endorsed;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who endorses a public joint statement, and the rules of it: two people make an endorser public,
 * one who says how it is known and one who wrote none of the text. A name is the same however it is
 * capitalised and spaced, and stays as it was first printed. Refusals beside those of {@link
 * PublishingDecider}:
 *
 * <ul>
 *   <li>{@code NOT_A_JOINT_STATEMENT}: nothing else is endorsed
 *   <li>{@code STALE_TEXT}: another text is public than was read
 *   <li>{@code NO_NAMES}, {@code UNUSABLE_NAME}: an endorser has a name of 1 to 200 characters
 *   <li>{@code TOO_MANY_ENDORSERS}: a statement has at most 500, proposed ones included
 *   <li>{@code REASON_MISSING}, {@code REASON_TOO_LONG}: a reason has 1 to 1,000 characters
 *   <li>{@code NOT_PROPOSED}, {@code NOT_AN_ENDORSER}: the name is not where it is taken from
 *   <li>{@code OWN_PROPOSAL}: nobody adds whom they proposed
 * </ul>
 *
 * @param proposed by what makes names the same
 * @param printed whoever was ever public, likewise
 */
record Endorsers(Map<String, Proposal> proposed, Map<String, Printed> printed) {

  static final Endorsers NONE = new Endorsers(Map.of(), Map.of());

  /** Code points of a name. */
  static final int NAME = 200;

  /** Of one statement, proposed and withdrawn ones included: a public record must hold them all. */
  static final int MOST = 500;

  /** What notes of the kind are called in the languages that the reader knows. */
  private static final Set<String> KINDS =
      Set.of(
          "joint statement",
          "joint press statement",
          "joint declaration",
          "joint communiqué",
          "joint communique",
          "communiqué conjoint",
          "déclaration conjointe",
          "gemeinsame erklärung",
          "comunicado conjunto",
          "declaración conjunta",
          "comunicato congiunto",
          "dichiarazione congiunta",
          "declaração conjunta");

  record Proposal(String name, PersonId by) {}

  record Printed(String name, boolean withdrew) {}

  Endorsers {
    proposed = Map.copyOf(proposed);
    printed = Map.copyOf(printed);
  }

  // What is so

  Endorsers after(PersonId actor, Endorsed event) {
    Map<String, Proposal> proposals = new HashMap<>(proposed);
    Map<String, Printed> names = new HashMap<>(printed);
    switch (event) {
      case EndorsersProposed it ->
          it.names().forEach(name -> proposals.put(same(name), new Proposal(name, actor)));
      case EndorsersAdded it ->
          it.names()
              .forEach(name -> {
                proposals.remove(same(name));
                names.put(same(name), new Printed(name, false));
              });
      case EndorserProposalLeft it -> it.names().forEach(name -> proposals.remove(same(name)));
      case EndorserWithdrew it -> names.put(same(it.name()), new Printed(it.name(), true));
    }
    return new Endorsers(proposals, names);
  }

  private boolean isPublic(String same) {
    Printed name = printed.get(same);
    return name != null && !name.withdrew();
  }

  // What may be done

  /**
   * @param text the public one
   * @param version of it
   */
  Decision<PublishingEvent> decide(
      PersonId actor, Endorsing command, ClearedText text, int version) {
    return notAbout(command, text)
        .orElseGet(() ->
            switch (command) {
              case ProposeEndorsers it -> propose(it);
              case AddEndorsers it -> ownText(actor, text).orElseGet(() -> add(actor, it, version));
              case LeaveEndorsers it -> leave(it);
              case RemoveEndorser it -> ownText(actor, text).orElseGet(() -> remove(it, version));
            });
  }

  private Decision<PublishingEvent> propose(ProposeEndorsers it) {
    Optional<Decision<PublishingEvent>> unfit =
        unusable(it.names())
            .or(() ->
                withoutReason(it.reason(), "An endorser is proposed by saying how it is known"));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    List<String> fresh = new ArrayList<>();
    distinct(it.names())
        .forEach((same, name) -> {
          if (!proposed.containsKey(same) && !isPublic(same)) {
            fresh.add(Optional.ofNullable(printed.get(same)).map(Printed::name).orElse(name));
          }
        });
    if (fresh.isEmpty()) {
      return Decision.nothingToDo("They are all proposed or public already.");
    }
    int all = proposed.size() + printed.size() + fresh.size();
    return all > MOST
        ? Decision.refuse(
            "TOO_MANY_ENDORSERS",
            "The statement would have %d endorsers of at most %d; name fewer.".formatted(all, MOST))
        : Decision.accept(new EndorsersProposed(it.digest(), fresh, it.reason()));
  }

  private Decision<PublishingEvent> add(PersonId actor, AddEndorsers it, int version) {
    Optional<Decision<PublishingEvent>> unfit = unusable(it.names());
    if (unfit.isPresent()) {
      return unfit.get();
    }
    List<String> added = new ArrayList<>();
    for (Map.Entry<String, String> named : distinct(it.names()).entrySet()) {
      if (isPublic(named.getKey())) {
        continue;
      }
      Proposal proposal = proposed.get(named.getKey());
      if (proposal == null) {
        return notProposed(named.getValue());
      }
      if (proposal.by().equals(actor)) {
        return Decision.refuse(
            "OWN_PROPOSAL",
            "You proposed \"%s\" yourself; have another approver add them."
                .formatted(proposal.name()));
      }
      added.add(proposal.name());
    }
    return added.isEmpty()
        ? Decision.nothingToDo("They are all public already.")
        : Decision.accept(new EndorsersAdded(it.digest(), version, added));
  }

  private Decision<PublishingEvent> leave(LeaveEndorsers it) {
    Optional<Decision<PublishingEvent>> unfit =
        unusable(it.names()).or(() -> withoutReason(it.reason(), "A proposal is taken back"));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    List<String> left = new ArrayList<>();
    for (Map.Entry<String, String> named : distinct(it.names()).entrySet()) {
      Proposal proposal = proposed.get(named.getKey());
      if (proposal == null) {
        return notProposed(named.getValue());
      }
      left.add(proposal.name());
    }
    return Decision.accept(new EndorserProposalLeft(it.digest(), left, it.reason()));
  }

  private Decision<PublishingEvent> remove(RemoveEndorser it, int version) {
    Optional<Decision<PublishingEvent>> unfit =
        unusable(List.of(it.name())).or(() -> withoutReason(it.reason(), "An endorser is removed"));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Printed name = printed.get(same(it.name()));
    if (name == null) {
      return Decision.refuse(
          "NOT_AN_ENDORSER",
          "\"%s\" is no public endorser of this statement; take a name from its addendum."
              .formatted(VisibleText.of(it.name())));
    }
    return name.withdrew()
        ? Decision.nothingToDo("They withdrew already.")
        : Decision.accept(new EndorserWithdrew(it.digest(), version, name.name(), it.reason()));
  }

  /** Why this text has no endorsers, or not by this command; or empty. */
  private static Optional<Decision<PublishingEvent>> notAbout(Endorsing command, ClearedText text) {
    if (!isJoint(text.note())) {
      return Optional.of(
          Decision.refuse(
              "NOT_A_JOINT_STATEMENT",
              "The note is no joint statement, and nothing else has endorsers; tell of them in a note of their own."));
    }
    if (!command.digest().equals(text.digest())) {
      return Optional.of(
          Decision.refuse(
              "STALE_TEXT",
              "The text you read, %s, is not the public one, %s; read that one, then do this."
                  .formatted(command.digest(), text.digest())));
    }
    return Optional.empty();
  }

  private static boolean isJoint(MediaNote note) {
    return note.kind().map(Endorsers::same).filter(KINDS::contains).isPresent();
  }

  private static Optional<Decision<PublishingEvent>> ownText(PersonId actor, ClearedText text) {
    return text.contributors().contains(actor)
        ? Optional.of(
            Decision.refuse(
                "OWN_TEXT",
                "You wrote part of this text; have an approver do this who wrote none of it."))
        : Optional.empty();
  }

  private static Decision<PublishingEvent> notProposed(String name) {
    return Decision.refuse(
        "NOT_PROPOSED",
        "\"%s\" is not proposed as an endorser; propose them first, or take a name that is."
            .formatted(name));
  }

  private static Optional<Decision<PublishingEvent>> withoutReason(String reason, String what) {
    if (!says(reason)) {
      return Optional.of(
          Decision.refuse("REASON_MISSING", "%s, on the record; give a reason.".formatted(what)));
    }
    return length(reason) > PublishingDecider.REASON
        ? Optional.of(PublishingDecider.reasonTooLong())
        : Optional.empty();
  }

  private static Optional<Decision<PublishingEvent>> unusable(List<String> names) {
    if (names.isEmpty()) {
      return Optional.of(
          Decision.refuse("NO_NAMES", "Nobody is named; name a state or an organisation."));
    }
    return names.stream().allMatch(Endorsers::isName)
        ? Optional.empty()
        : Optional.of(
            Decision.refuse(
                "UNUSABLE_NAME",
                "A name is not 1 to %d characters, or one of them is a control character or turns the direction of what follows; send it as it is to be printed."
                    .formatted(NAME)));
  }

  private static boolean isName(String name) {
    String seen = VisibleText.of(name);
    return says(seen)
        && length(seen) <= NAME
        && seen.codePoints().noneMatch(c -> Character.isISOControl(c) || turnsDirection(c));
  }

  /**
   * Embeddings, overrides and isolates: a name does not need them, and the next one would suffer.
   */
  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Whether a reader sees anything of it. */
  private static boolean says(String text) {
    return text.codePoints()
        .anyMatch(c -> !VisibleText.isSpace(c) && Character.getType(c) != Character.FORMAT);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Each name once, as it is printed, by what makes names the same. */
  private static Map<String, String> distinct(List<String> names) {
    Map<String, String> distinct = new LinkedHashMap<>();
    names.forEach(name -> distinct.putIfAbsent(same(name), VisibleText.of(name)));
    return distinct;
  }

  private static String same(String name) {
    StringBuilder seen = new StringBuilder();
    VisibleText.of(name)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(seen::appendCodePoint);
    return seen.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
