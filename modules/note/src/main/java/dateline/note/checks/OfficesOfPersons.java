package dateline.note.checks;

import dateline.note.Issuers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Persons who have one office here and another there: {@code "Minister Berg … Secretary Berg"}. Of
 * these offices nobody has two at a time. It is a slip only where one of the two stands once, and
 * it cannot be told of persons with other given names, or named in one sentence.
 */
final class OfficesOfPersons {

  private static final Set<String> OFFICES =
      Set.of("Minister", "Secretary", "President", "Chancellor", "Governor", "Senator", "Mayor");

  private static final Set<String> FORMER = Set.of("former", "Former", "then", "late", "retired");

  private static final int LONGEST_NAME = 3;

  /** Somebody of this office, where first named so. */
  private record Holder(String office, Spot at, List<String> names, int sentence) {}

  /** One family name with two offices. */
  record Slip(Spot at, String title, Spot other, String otherTitle) {}

  private final Map<String, List<Holder>> byName = new HashMap<>();
  private int sentence;

  private OfficesOfPersons(List<Passage> passages) {
    for (Passage passage : passages) {
      List<Passage.Sentence> sentences = passage.sentences();
      int in = 0;
      sentence++;
      for (int i = 0; i + 1 < passage.words().size(); i++) {
        Word word = passage.words().get(i);
        while (in < sentences.size() && sentences.get(in).end() <= word.start()) {
          in++;
          sentence++;
        }
        if (OFFICES.contains(word.text()) && !isOther(passage, i)) {
          add(passage, i);
        }
      }
    }
  }

  static List<Slip> slips(List<Passage> passages) {
    List<Slip> slips = new ArrayList<>();
    new OfficesOfPersons(passages).byName.values().forEach(holders -> slip(holders, slips));
    return slips;
  }

  /** Whether it was the office once, or is only part of another one. */
  private static boolean isOther(Passage passage, int at) {
    List<Word> words = passage.words();
    return (at > 0 && FORMER.contains(words.get(at - 1).text()))
        || words.get(at + 1).text().equals("General");
  }

  private void add(Passage passage, int at) {
    List<Word> words = passage.words();
    int end = at + 1;
    while (end < words.size()
        && end <= at + LONGEST_NAME
        && words.get(end).isCapital()
        && passage.isOneSpaceBetween(words.get(end - 1), words.get(end))
        && words.get(end - 1).bare().equals(words.get(end - 1).text())) {
      end++;
    }
    List<String> names = words.subList(at + 1, end).stream().map(Word::bare).toList();
    String office = words.get(at).text();
    if (!names.isEmpty() && Issuers.isTitledPerson(office + " " + String.join(" ", names))) {
      Spot spot = new Spot(passage, words.get(at).start(), words.get(end - 1).end());
      byName
          .computeIfAbsent(names.getLast(), _ -> new ArrayList<>())
          .add(new Holder(office, spot, names, sentence));
    }
  }

  private static void slip(List<Holder> holders, List<Slip> slips) {
    Set<String> given = new HashSet<>();
    Set<Integer> sentences = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    boolean together = false;
    for (Holder holder : holders) {
      times.merge(holder.office(), 1, Integer::sum);
      together |= !sentences.add(holder.sentence()) && times.size() > 1;
      if (holder.names().size() > 1) {
        given.add(holder.names().getFirst());
      }
    }
    boolean slipped = times.size() == 2 && times.containsValue(1);
    if (!slipped || together || given.size() > 1) {
      return;
    }
    Holder first = holders.getFirst();
    holders.stream()
        .filter(holder -> !holder.office().equals(first.office()))
        .findFirst()
        .ifPresent(
            later -> slips.add(new Slip(later.at(), title(later), first.at(), title(first))));
  }

  private static String title(Holder holder) {
    return holder.office() + " " + holder.names().getLast();
  }
}
