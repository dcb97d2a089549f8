package dateline.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Dateline promises, each as a check over what was seen on the log. A check answers every
 * violation in a sentence; none means the promise was kept. {@code GuaranteeTest} shows each one
 * failing on a history that breaks it.
 */
public enum Guarantee {

  /**
   * Every command that was sent has an answer or lies in the dead letters, every event an answer
   * names exists, and of every mail that was planned it is known what became of it.
   */
  NOTHING_LOST {
    @Override
    public List<String> violations(Observed seen) {
      List<String> found = new ArrayList<>();
      Set<String> handled =
          seen.answered().stream().map(Observed.Answered::commandId).collect(Collectors.toSet());
      handled.addAll(seen.setAside());
      for (Observed.Sent sent : new LinkedHashSet<>(seen.sent())) {
        if (!handled.contains(sent.commandId())) {
          found.add("command %s about %s has no answer".formatted(sent.commandId(), sent.key()));
        }
      }
      Set<String> happened =
          seen.events().stream().map(Observed.Happened::eventId).collect(Collectors.toSet());
      for (Observed.Answered answer : seen.answered()) {
        for (String event : answer.events()) {
          if (!happened.contains(event)) {
            found.add(
                "event %s was answered to %s but is not there"
                    .formatted(event, answer.commandId()));
          }
        }
      }
      Set<String> settled = new HashSet<>(seen.settled());
      for (String mail : new LinkedHashSet<>(seen.planned())) {
        if (!settled.contains(mail)) {
          found.add("mail %s was planned and nothing became of it".formatted(mail));
        }
      }
      return found;
    }
  },

  /** No event, release or mail exists twice, and answers to one command agree. */
  NOTHING_TWICE {
    @Override
    public List<String> violations(Observed seen) {
      List<String> found = new ArrayList<>();
      twice(seen.events().stream().map(Observed.Happened::eventId).toList())
          .forEach(id -> found.add("event " + id + " happened twice"));
      twice(seen.released().stream().map(r -> r.noteId() + " version " + r.version()).toList())
          .forEach(release -> found.add("note " + release + " was released twice"));
      twice(
              seen.delivered().stream()
                  .map(d -> d.noteId() + " version " + d.version() + " to " + d.recipient())
                  .toList())
          .forEach(mail -> found.add("note " + mail + " was mailed twice"));
      Map<String, List<String>> answers = new HashMap<>();
      for (Observed.Answered answer : seen.answered()) {
        List<String> before = answers.putIfAbsent(answer.commandId(), answer.events());
        if (before != null && !before.equals(answer.events())) {
          found.add("command %s was done twice".formatted(answer.commandId()));
        }
      }
      return found;
    }
  },

  /**
   * While an instant stands, nothing is public before it, by whatever command; and what claims to
   * be released by its schedule had one.
   */
  NOTHING_EARLY {
    @Override
    public List<String> violations(Observed seen) {
      List<String> found = new ArrayList<>();
      for (Observed.Released released : seen.released()) {
        Optional<Observed.Scheduled> standing = standing(seen, released);
        if (standing.isPresent() && released.at().isBefore(standing.get().releaseAt())) {
          found.add(
              "note %s was released at %s, before its instant %s"
                  .formatted(released.noteId(), released.at(), standing.get().releaseAt()));
        } else if (released.bySchedule()
            && standing.filter(s -> s.digest().equals(released.digest())).isEmpty()) {
          found.add(
              "note %s was released by a schedule that did not stand".formatted(released.noteId()));
        }
      }
      return found;
    }
  },

  /**
   * Every public text is, character for character, one that was finally approved for that note, and
   * the approval had not been withdrawn when it became public.
   */
  NOTHING_UNCLEARED {
    @Override
    public List<String> violations(Observed seen) {
      return seen.released().stream()
          .filter(released -> !isApproved(seen, released))
          .map(r ->
              "note %s version %d is public and was not cleared".formatted(r.noteId(), r.version()))
          .toList();
    }
  },

  /** The events of one key stand in the order in which their commands were first sent. */
  IN_ORDER_PER_NOTE {
    @Override
    public List<String> violations(Observed seen) {
      Map<String, Map<String, Integer>> order = new HashMap<>();
      for (Observed.Sent sent : seen.sent()) {
        Map<String, Integer> ofKey = order.computeIfAbsent(sent.key(), k -> new HashMap<>());
        ofKey.putIfAbsent(sent.commandId(), ofKey.size());
      }
      List<String> found = new ArrayList<>();
      Map<String, Integer> last = new HashMap<>();
      for (Observed.Happened event : seen.events()) {
        Integer position = order.getOrDefault(event.key(), Map.of()).get(event.causationId());
        if (position == null) {
          continue; // Caused by a policy or clock, whose commands the test did not send.
        }
        if (position < last.getOrDefault(event.key(), 0)) {
          found.add(
              "event %s of %s stands behind a later command's"
                  .formatted(event.eventId(), event.key()));
        }
        last.put(event.key(), position);
      }
      return found;
    }
  },

  /** While paragraphs are agreed, every text of their note has them, in order, as they were. */
  AGREED_TEXT_STAYS {
    @Override
    public List<String> violations(Observed seen) {
      List<String> found = new ArrayList<>();
      Map<String, List<String>> texts = new HashMap<>();
      Map<String, Map<String, List<String>>> agreed = new HashMap<>();
      for (Observed.Drafted drafted : seen.drafted()) {
        Map<String, List<String>> locks =
            agreed.computeIfAbsent(drafted.key(), k -> new LinkedHashMap<>());
        switch (drafted) {
          case Observed.Said(String key, List<String> blocks) -> {
            texts.put(key, blocks);
            locks.forEach((lock, paragraphs) -> {
              if (!keeps(blocks, paragraphs)) {
                found.add("note %s does not say what was agreed under %s".formatted(key, lock));
              }
            });
          }
          case Observed.Locked(String key, String lock, List<Integer> blocks) -> {
            List<String> text = texts.getOrDefault(key, List.of());
            locks.put(lock, blocks.stream().map(block -> text.get(block - 1)).toList());
          }
          case Observed.Unlocked(_, String lock) -> locks.remove(lock);
          case Observed.Numbered _ -> {}
        }
      }
      return found;
    }
  },

  /** The numbers of a series are 1, 2, 3 and so on, and each is another note's. */
  NUMBERS_WITHOUT_A_GAP {
    @Override
    public List<String> violations(Observed seen) {
      List<String> found = new ArrayList<>();
      Map<String, Set<String>> given = new HashMap<>();
      for (Observed.Drafted drafted : seen.drafted()) {
        if (drafted instanceof Observed.Numbered(String key, int number, String noteId)) {
          Set<String> notes = given.computeIfAbsent(key, k -> new HashSet<>());
          if (number != notes.size() + 1) {
            found.add("%d follows %d in %s".formatted(number, notes.size(), key));
          }
          if (!notes.add(noteId)) {
            found.add("note %s has a second number in %s".formatted(noteId, key));
          }
        }
      }
      return found;
    }
  };

  /** What breaks this promise, a sentence each; empty if it was kept. */
  public abstract List<String> violations(Observed seen);

  /** The schedule that stood when publishing said that this version is public. */
  private static Optional<Observed.Scheduled> standing(Observed seen, Observed.Released released) {
    Optional<Observed.Scheduled> standing = Optional.empty();
    for (Observed.Timing timing : seen.timings()) {
      if (!timing.noteId().equals(released.noteId())) {
        continue;
      }
      switch (timing) {
        case Observed.Scheduled scheduled -> standing = Optional.of(scheduled);
        case Observed.Unscheduled _ -> standing = Optional.empty();
        case Observed.Went(_, int version) -> {
          if (version == released.version()) {
            return standing;
          }
        }
      }
    }
    return standing;
  }

  /** Whether the last that clearance had said of this very text was its approval. */
  private static boolean isApproved(Observed seen, Observed.Released released) {
    boolean approved = false;
    for (Observed.Approval approval : seen.approvals()) {
      if (!approval.noteId().equals(released.noteId())
          || !approval.digest().equals(released.digest())) {
        continue;
      }
      switch (approval) {
        case Observed.Cleared(_, _, Instant at) -> approved |= !at.isAfter(released.at());
        case Observed.Withdrawn(_, _, Instant at) -> approved &= !at.isBefore(released.at());
      }
    }
    return approved;
  }

  /** Whether the text has these paragraphs, in this order. */
  private static boolean keeps(List<String> text, List<String> paragraphs) {
    int kept = 0;
    for (String block : text) {
      if (kept < paragraphs.size() && paragraphs.get(kept).equals(block)) {
        kept++;
      }
    }
    return kept == paragraphs.size();
  }

  private static <T> Set<T> twice(List<T> all) {
    Set<T> seen = new HashSet<>();
    return all.stream()
        .filter(one -> !seen.add(one))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
