package dateline.clearance;

import static dateline.kernel.Decision.refuse;

import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every rule clearance can find broken, with its code and its sentence: what is so, what to do. */
final class Refusals {

  private Refusals() {}

  static Decision<ClearanceEvent> wrongRole(Role role, Set<Role> able) {
    return refuse(
        "WRONG_ROLE",
        "This is for the role "
            + able.stream().sorted().map(Role::name).collect(Collectors.joining(" or "))
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
            + " or wrote down that it did, and the final approval is another person's; have another approver read it.");
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

  static Decision<ClearanceEvent> recused(PersonId person) {
    return refuse(
        "RECUSED",
        person
            + " stepped aside and has no part in this note's clearance; have a colleague do this.");
  }

  static Decision<ClearanceEvent> deputyOfOneWhoMayNot(PersonId person) {
    return refuse(
        "DEPUTY_OF_WRITER",
        person
            + " wrote part of this text or stepped aside, and what they may not do nobody does in"
            + " their stead; have somebody of the office answer for it.");
  }

  static Decision<ClearanceEvent> recordsThemselves(PersonId person) {
    return refuse(
        "RECORDS_THEMSELVES",
        person
            + " said it and cannot be who wrote it down; answer for the office yourself, or have"
            + " another record it.");
  }

  static Decision<ClearanceEvent> notExternal(OfficeId party) {
    return refuse(
        "NOT_EXTERNAL",
        party
            + " is no name of a party outside the house, which begins with external.; put an office"
            + " of the house on the list instead.");
  }

  static Decision<ClearanceEvent> toBeInvited(OfficeId party) {
    return refuse(
        "TO_BE_INVITED",
        party
            + " is outside the house and clears one text by a link made for it; invite them to clear"
            + " this text.");
  }

  static Decision<ClearanceEvent> onlyByInvitation(OfficeId party) {
    return refuse(
        "ONLY_BY_INVITATION",
        party
            + " is outside the house, and nobody of the house answers for them; have them use their"
            + " link, or invite them again.");
  }

  static Decision<ClearanceEvent> noNameOfAnybody(int most) {
    return refuse(
        "UNUSABLE_NAME",
        "Who is invited has a name of at most %d characters, with letters and without controls or turns of direction; give it as the record shall show it."
            .formatted(most));
  }

  static Decision<ClearanceEvent> noTimeForALink(Duration longest) {
    return refuse(
        "UNUSABLE_TIME",
        "A link ends within %d days from now, and not before now; give another time."
            .formatted(longest.toDays()));
  }

  static Decision<ClearanceEvent> nobodyInvited(OfficeId party) {
    return refuse(
        "UNKNOWN_PARTY",
        "Nobody was invited as " + party + "; take the name from the list, as it stands there.");
  }

  static Decision<ClearanceEvent> notInvited() {
    return refuse(
        "NOT_INVITED",
        "You are not asked about this text, or somebody else is in your place; ask the press office"
            + " that wrote to you.");
  }

  static Decision<ClearanceEvent> anotherLink() {
    return refuse(
        "ANOTHER_LINK", "A newer link took the place of this one; use the one in the newest mail.");
  }

  static Decision<ClearanceEvent> linkRevoked() {
    return refuse(
        "LINK_REVOKED",
        "The press office has ended this link; ask it if you should still read the text.");
  }

  static Decision<ClearanceEvent> linkExpired() {
    return refuse(
        "LINK_EXPIRED", "The time of this link is over; ask the press office for another.");
  }

  static Decision<ClearanceEvent> linkLocked() {
    return refuse(
        "LINK_LOCKED",
        "This link is locked after too many codes; ask the press office for another.");
  }

  static Decision<ClearanceEvent> linkOfAFormerText() {
    return refuse(
        "LINK_OF_FORMER_TEXT",
        "The text of this link was changed since; the press office sends another link if it asks you"
            + " about the new one.");
  }

  static Decision<ClearanceEvent> codeNeeded() {
    return refuse(
        "CODE_NEEDED", "The text is shown to who types a mailed code; ask for one and type it.");
  }

  static Decision<ClearanceEvent> codeOver() {
    return refuse(
        "CODE_OVER",
        "That code was used, is too old, or a newer one was mailed; ask for a new one and type that.");
  }

  static Decision<ClearanceEvent> notYetAsked(OfficeId office, Review review) {
    return refuse(
        "NOT_YET_ASKED",
        "The office "
            + office
            + " is asked once these have cleared: "
            + review.list().lines().stream()
                .filter(line -> line.mustClear() && line.stage() <= review.stage())
                .map(ClearanceLine::office)
                .filter(one -> !review.isSettled(one))
                .map(OfficeId::value)
                .collect(Collectors.joining(", "))
            + "; answer then.");
  }

  static Decision<ClearanceEvent> editsMissing() {
    return refuse(
        "EDITS_MISSING",
        "An office clears a text with edits by sending the edited text; send it, or return the note"
            + " and say in words what must change.");
  }

  static Decision<ClearanceEvent> editsChangeNothing() {
    return refuse(
        "EDITS_CHANGE_NOTHING",
        "The edited text is the present one; clear it as it is, or send what you would change.");
  }

  static Decision<ClearanceEvent> recusalWithoutReason() {
    return refuse("REASON_MISSING", "Nobody steps aside without a reason; give it.");
  }

  static Decision<ClearanceEvent> listReasonMissing() {
    return refuse(
        "REASON_MISSING", "The clearance list changes only with a reason; say why it does.");
  }

  static Decision<ClearanceEvent> proceedingWithoutReason() {
    return refuse(
        "REASON_MISSING", "To go on without an office is a decision with a reason; give it.");
  }

  static Decision<ClearanceEvent> notYourList(OfficeId office, OfficeId owner) {
    return refuse(
        "NOT_YOUR_LIST",
        "The clearance list belongs to the action office "
            + owner
            + " and you ask for "
            + (office.equals(OfficeId.NONE) ? "no office" : office)
            + "; propose to it what should change.");
  }

  static Decision<ClearanceEvent> nobodysList() {
    return refuse(
        "NOT_YOUR_LIST",
        "This note was submitted before lists had an owner; recall it and submit it again.");
  }

  static Decision<ClearanceEvent> mandatoryLine(OfficeId office) {
    return refuse(
        "MANDATORY_LINE",
        "The office "
            + office
            + " is mandatory: it reads every text, stays on the list, and only the final approver"
            + " may go on without it; wait for its answer or ask the approver.");
  }

  static Decision<ClearanceEvent> lastOffice(OfficeId office) {
    return refuse(
        "LAST_OFFICE",
        "Without the office "
            + office
            + " nobody would have to clear this note; add another office first.");
  }

  static Decision<ClearanceEvent> nothingToKeep(OfficeId office) {
    return refuse(
        "NOTHING_TO_KEEP",
        "The office "
            + office
            + " did not clear a former text of this note by anybody who may still speak for it;"
            + " wait for its answer.");
  }

  static Decision<ClearanceEvent> notSilent(OfficeId office, Review review) {
    Optional<Asked> asked = Optional.ofNullable(review.progress().asked().get(office));
    return refuse(
        "NOT_SILENT",
        "The office "
            + office
            + asked
                .map(it ->
                    it.due().map(due -> " has until " + due + " to answer").orElse(" has no term"))
                .orElse(" has not been asked yet")
            + "; nobody goes on without it before its time is up.");
  }

  static Decision<ClearanceEvent> emergencyWithoutReason() {
    return refuse("REASON_MISSING", "Nothing passes in an emergency without a reason; give it.");
  }

  static Decision<ClearanceEvent> needsMorePeople(int approvers) {
    return refuse(
        "NEEDS_MORE_PEOPLE",
        "This note needs the approval of "
            + approvers
            + " people, and an emergency is one person's; have that many approvers approve it.");
  }

  static Decision<ClearanceEvent> declaredItToo(PersonId person) {
    return refuse(
        "DECLARED_IT_TOO",
        person
            + " had this text pass in an emergency, and clearance after the fact is another"
            + " person's; have another approver read it.");
  }

  static Decision<ClearanceEvent> notAllHeard(List<OfficeId> unheard) {
    return refuse(
        "NOT_ALL_CLEARED",
        "Still to answer after the fact: "
            + unheard.stream().map(OfficeId::value).collect(Collectors.joining(", "))
            + "; approve when all have answered.");
  }

  static Decision<ClearanceEvent> notAnOffice() {
    return refuse(
        "NOT_AN_OFFICE",
        "A note's clearance is kept under this id; an office's emergencies are under emergencies/"
            + " and its id.");
  }

  static Decision<ClearanceEvent> notANoteId() {
    return refuse(
        "NOT_A_NOTE_ID", "An office's emergencies are kept under this id; take a note's id.");
  }

  static Decision<ClearanceEvent> objected(OfficeId office) {
    return refuse(
        "OBJECTED",
        "The office "
            + office
            + " objected to this text, and only the final approver may go on over an objection;"
            + " settle it with the office or ask the approver.");
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
