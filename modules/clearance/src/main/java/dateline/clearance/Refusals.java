package dateline.clearance;

import static dateline.kernel.Decision.refuse;

import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import java.util.List;
import java.util.stream.Collectors;

/** Every rule clearance can find broken, with its code and its sentence: what is so, what to do. */
final class Refusals {

  private Refusals() {}

  static Decision<ClearanceEvent> wrongRole(Role role, Role needed) {
    return refuse(
        "WRONG_ROLE",
        "This is for the role "
            + needed
            + ", and you ask as "
            + role
            + "; have somebody with that role do it.");
  }

  static Decision<ClearanceEvent> nothingToClear() {
    return refuse(
        "NOTHING_TO_CLEAR", "This note was not submitted for clearance; submit it first.");
  }

  static Decision<ClearanceEvent> staleText(Digest read, SubmittedText current) {
    return refuse(
        "STALE_TEXT",
        "You name text "
            + SubmittedText.shown(read)
            + ", but the current one is "
            + current.shown()
            + "; read that one and answer for it.");
  }

  static Decision<ClearanceEvent> notOnList(OfficeId office, ClearanceList list) {
    String what =
        office.equals(OfficeId.NONE)
            ? "You speak for no office"
            : "The office " + office + " is not asked about this note";
    return refuse(
        "NOT_ON_LIST",
        what + "; the offices on its list are " + list.offices() + ", and one of them answers.");
  }

  static Decision<ClearanceEvent> ownText(PersonId person) {
    return refuse(
        "OWN_TEXT",
        person
            + " wrote part of this text, and nobody clears or approves their own; have a colleague"
            + " who did not work on it do this.");
  }

  static Decision<ClearanceEvent> clearedItToo(PersonId person, OfficeId office) {
    return refuse(
        "CLEARED_IT_TOO",
        person
            + " cleared this text for the office "
            + office
            + ", and the final approval is another person's; have another approver read it.");
  }

  static Decision<ClearanceEvent> informOnly(OfficeId office) {
    return refuse(
        "INFORM_ONLY",
        "The office "
            + office
            + " is informed of this note and does not clear it; answer that you have seen it.");
  }

  static Decision<ClearanceEvent> seenIsNoAnswer(OfficeId office) {
    return refuse(
        "SEEN_IS_NO_ANSWER",
        "The office " + office + " is asked to decide; answer that it clears the text or not.");
  }

  static Decision<ClearanceEvent> reasonMissing() {
    return refuse(
        "REASON_MISSING",
        "A note goes back to its drafter only with a reason; say what must change.");
  }

  static Decision<ClearanceEvent> reasonTooLong(int most) {
    return refuse(
        "REASON_TOO_LONG", "A reason has at most %d characters; shorten it.".formatted(most));
  }

  static Decision<ClearanceEvent> alreadyAnswered(OfficeId office) {
    return refuse(
        "ALREADY_ANSWERED",
        "The office "
            + office
            + " returned this text; it is asked again when the note is submitted again.");
  }

  static Decision<ClearanceEvent> alreadyCleared(PersonId approver) {
    return refuse(
        "ALREADY_CLEARED",
        "This text has the final approval of "
            + approver
            + " and is no longer returned; before its release its drafter can recall the note.");
  }

  static Decision<ClearanceEvent> noteReturned() {
    return refuse(
        "NOTE_RETURNED",
        "The note was returned to its drafter; approve it when it is submitted again.");
  }

  static Decision<ClearanceEvent> noteRecalled() {
    return refuse(
        "NOTE_RECALLED",
        "Its drafter took the note back; you will be asked when it is submitted again.");
  }

  static Decision<ClearanceEvent> notAllCleared(List<OfficeId> missing) {
    return refuse(
        "NOT_ALL_CLEARED",
        "Still to clear: "
            + missing.stream().map(OfficeId::value).collect(Collectors.joining(", "))
            + "; approve when all have cleared this text.");
  }

  static Decision<ClearanceEvent> digestMismatch(SubmittedText text) {
    return refuse(
        "DIGEST_MISMATCH",
        "The text submitted as "
            + text.shown()
            + " is "
            + SubmittedText.shown(Digest.of(text.note()))
            + "; recall the note and submit it again.");
  }

  static Decision<ClearanceEvent> noContributors() {
    return refuse(
        "NO_CONTRIBUTORS",
        "The submission names nobody who wrote the text, so nobody could be kept from clearing"
            + " their own; recall the note and submit it again.");
  }

  static Decision<ClearanceEvent> noClearanceList(ClearanceList list) {
    return refuse("NO_CLEARANCE_LIST", nobodyMustClear(list));
  }

  /** Why a note that no office must clear can go no further. */
  static String nobodyMustClear(ClearanceList list) {
    return list.directoryVersion() == 0
        ? "No directory was ever applied, so nobody can be asked to clear this note; have an"
            + " administrator apply one (dateline directory apply FILE) and submit the note again."
        : "No rule of the directory (version "
            + list.directoryVersion()
            + ") has any office clear this note; have an administrator add one and submit the note"
            + " again.";
  }
}
