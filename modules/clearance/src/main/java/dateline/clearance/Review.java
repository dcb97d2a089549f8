package dateline.clearance;

import dateline.clearance.ClearanceEvent.ClearanceRequested;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.note.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text, the list it was sent to, and what each office last said.
 *
 * @param answers each office's last one; an office that answers three times is still one office
 */
record Review(SubmittedText text, ClearanceList list, Map<OfficeId, OfficeAnswer> answers) {

  Review {
    answers = Map.copyOf(answers);
  }

  boolean isOf(Digest digest) {
    return text.digest().equals(digest);
  }

  /** Whether this request asks for nothing that is not asked for already. */
  boolean covers(SubmittedText asked, ClearanceList askedOf) {
    return text.digest().equals(asked.digest())
        && text.revision() == asked.revision()
        && text.contributors().containsAll(asked.contributors())
        && list.lines().equals(askedOf.lines());
  }

  /**
   * An office's answer, if it counts: it is of this very text, and whoever gave it has not become a
   * contributor since.
   */
  Optional<OfficeAnswer> answerOf(OfficeId office) {
    return Optional.ofNullable(answers.get(office))
        .filter(answer -> isOf(answer.digest()) && !text.isBy(answer.person()));
  }

  /** The answers that count, in the list's order. */
  List<OfficeAnswer> counted() {
    return list.lines().stream().flatMap(line -> answerOf(line.office()).stream()).toList();
  }

  /** An office for which this person cleared the text, if there is one. */
  Optional<OfficeId> officeClearedBy(PersonId person) {
    return counted().stream()
        .filter(answer -> answer.answer() == Answer.CLEARED && answer.person().equals(person))
        .map(OfficeAnswer::office)
        .findFirst();
  }

  /** Offices that must clear and have not, in the list's order. */
  List<OfficeId> missing() {
    return list.lines().stream()
        .filter(line -> line.power() == Power.CLEAR)
        .map(ClearanceLine::office)
        .filter(office ->
            answerOf(office).filter(answer -> answer.answer() == Answer.CLEARED).isEmpty())
        .toList();
  }

  /** Offices that said anything about this text, in the list's order. */
  List<OfficeId> answered() {
    return list.lines().stream().map(ClearanceLine::office).filter(answers::containsKey).toList();
  }

  Review with(OfficeAnswer answer) {
    Map<OfficeId, OfficeAnswer> more = new HashMap<>(answers);
    more.put(answer.office(), answer);
    return new Review(text, list, more);
  }

  Review withoutAnswers() {
    return new Review(text, list, Map.of());
  }

  /**
   * Asked again. Of an identical text what was cleared stays cleared, while whoever objected is
   * asked anew; of any other text nothing stays.
   */
  Review again(ClearanceRequested event) {
    Map<OfficeId, OfficeAnswer> kept = new HashMap<>(answers);
    kept.values()
        .removeIf(answer ->
            !answer.digest().equals(event.text().digest())
                || answer.answer() == Answer.NOT_CLEARED);
    return new Review(event.text(), event.list(), kept);
  }
}
