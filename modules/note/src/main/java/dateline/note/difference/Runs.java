package dateline.note.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words of two lines as runs that people can read. */
final class Runs {

  /** Words that both lines have, then words that stand for each other. */
  private record Step(List<Word> kept, List<Word> deleted, List<Word> inserted) {
    Step() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    int length() {
      return Math.max(Runs.length(deleted), Runs.length(inserted));
    }
  }

  private Runs() {}

  /** All words of one line, with one fate. */
  static List<Run> of(List<Word> words, Run.Fate fate) {
    List<Run> runs = new ArrayList<>();
    append(runs, words, fate);
    return runs;
  }

  /** From one line to another. */
  static List<Run> between(List<Word> former, List<Word> later) {
    List<Run> runs = new ArrayList<>();
    for (Step step : folded(steps(former, later))) {
      append(runs, step.kept, Run.Fate.KEPT);
      append(runs, step.deleted, Run.Fate.DELETED);
      append(runs, step.inserted, Run.Fate.INSERTED);
    }
    return runs;
  }

  private static List<Step> steps(List<Word> former, List<Word> later) {
    int[] partner = Alignment.of(former, later);
    List<Step> steps = new ArrayList<>();
    Step step = new Step();
    int next = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        step.deleted.add(former.get(i));
        continue;
      }
      step.inserted.addAll(later.subList(next, partner[i]));
      next = partner[i] + 1;
      if (step.length() > 0) {
        steps.add(step);
        step = new Step();
      }
      step.kept.add(former.get(i));
    }
    step.inserted.addAll(later.subList(next, later.size()));
    steps.add(step);
    return steps;
  }

  /** A word or two that two longer changes happen to share read better as part of the change. */
  private static List<Step> folded(List<Step> steps) {
    List<Step> folded = new ArrayList<>();
    for (Step step : steps) {
      if (!folded.isEmpty() && isAccident(folded.getLast(), step)) {
        Step last = folded.getLast();
        last.deleted.addAll(step.kept);
        last.deleted.addAll(step.deleted);
        last.inserted.addAll(step.kept);
        last.inserted.addAll(step.inserted);
      } else {
        folded.add(step);
      }
    }
    return folded;
  }

  private static boolean isAccident(Step before, Step step) {
    List<Word> kept = step.kept;
    return step.length() > 0
        && kept.size() <= 5
        && kept.stream().filter(Word::hasLetters).count() <= 2
        && !kept.contains(Word.BORDER)
        && length(kept) <= Math.min(before.length(), step.length());
  }

  private static int length(List<Word> words) {
    return words.stream().mapToInt(word -> Math.max(1, word.text().length())).sum();
  }

  /** Words with one link are one run, unless the link begins anew. */
  private static void append(List<Run> runs, List<Word> words, Run.Fate fate) {
    for (int i = 0; i < words.size(); ) {
      Word first = words.get(i);
      int end = i + 1;
      while (end < words.size()
          && words.get(end).href().equals(first.href())
          && !words.get(end).opens()) {
        end++;
      }
      Stream<String> texts = words.subList(i, end).stream().map(Word::text);
      runs.add(new Run(fate, String.join("", texts.toList()), first.href()));
      i = end;
    }
  }
}
