package dateline.publishing;

import static dateline.publishing.Releases.DANA;
import static dateline.publishing.Releases.DIGEST;
import static dateline.publishing.Releases.JOINT;
import static dateline.publishing.Releases.JOINT_DIGEST;
import static dateline.publishing.Releases.POLICY;
import static dateline.publishing.Releases.jointIsPublic;
import static dateline.publishing.Releases.nothing;
import static dateline.publishing.Releases.prepared;
import static dateline.publishing.Releases.ready;
import static dateline.publishing.Releases.released;
import static dateline.publishing.Releases.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.kernel.Actor;
import dateline.kernel.Decision;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.publishing.PublishingCommand.AddEndorsers;
import dateline.publishing.PublishingCommand.Endorsing;
import dateline.publishing.PublishingCommand.LeaveEndorsers;
import dateline.publishing.PublishingCommand.ProposeEndorsers;
import dateline.publishing.PublishingCommand.ReleaseNow;
import dateline.publishing.PublishingCommand.RemoveEndorser;
import dateline.publishing.PublishingEvent.EndorserProposalLeft;
import dateline.publishing.PublishingEvent.EndorserWithdrew;
import dateline.publishing.PublishingEvent.EndorsersAdded;
import dateline.publishing.PublishingEvent.EndorsersProposed;
import dateline.publishing.PublishingEvent.NoteReleased;
import dateline.testkit.DeciderScenario;
import dateline.testkit.Notes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who endorses a joint statement after its release, sentence by sentence. */
class EndorsersTest {

  private static final Actor PIA = person("pia", Role.PRESS_OFFICER);
  private static final Actor ANN = person("ann", Role.APPROVER);
  private static final String NOTE_VERBALE = "Note verbale of 3 March.";

  // Proposing

  @Test
  void aPressOfficerProposesAndSaysHowItIsKnown() {
    jointIsPublic()
        .when(PIA, propose("Norland", "The Harbour League"))
        .then(
            new EndorsersProposed(
                JOINT_DIGEST, List.of("Norland", "The Harbour League"), NOTE_VERBALE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\u200e"})
  void nobodyIsProposedWithoutAWord(String reason) {
    jointIsPublic()
        .when(PIA, new ProposeEndorsers(JOINT_DIGEST, List.of("Norland"), reason))
        .isRefused("REASON_MISSING");
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    jointIsPublic()
        .when(PIA, new ProposeEndorsers(JOINT_DIGEST, List.of("Norland"), "x".repeat(1_001)))
        .isRefused("REASON_TOO_LONG");
  }

  @Test
  void whoIsProposedOrPublicAlreadyIsNotProposedAgain() {
    proposed("Norland").when(PIA, propose("Norland")).isNothingToDo();
    added("Norland").when(PIA, propose("Norland")).isNothingToDo();
    added("Norland")
        .when(PIA, propose("Norland", "Sudland"))
        .then(new EndorsersProposed(JOINT_DIGEST, List.of("Sudland"), NOTE_VERBALE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "côte d’amitié",
        "CÔTE D’AMITIÉ",
        "  Côte \u00a0 d’Amitié\n",
        "Co\u0302te d’Amitié"
      })
  void aNameIsTheSameHoweverItIsCapitalisedSpacedOrComposed(String written) {
    added("Côte d’Amitié").when(PIA, propose(written)).isNothingToDo();
    proposed("Côte d’Amitié")
        .when(ANN, add(written))
        .then(new EndorsersAdded(JOINT_DIGEST, 1, List.of("Côte d’Amitié")));
  }

  @Test
  void aNameThatIsGivenTwiceIsOne() {
    jointIsPublic()
        .when(PIA, propose(" Norland ", "NORLAND", "nor\u200bland"))
        .then(new EndorsersProposed(JOINT_DIGEST, List.of("Norland"), NOTE_VERBALE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \u00a0",
        "\u200e",
        "Nor\u0007land",
        "Nor\u001bland",
        "Nor\u0085\u0000land",
        "\u202eNorland",
        "Nor\u2067land"
      })
  void aNameThatCannotBePrintedIsRefused(String name) {
    jointIsPublic().when(PIA, propose("Sudland", name)).isRefused("UNUSABLE_NAME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"جمهورية الشمال", "می‌خواهم", "北国", "Ö", "L’Île-d’Or (\u200e12)"})
  void aNameOfAnyScriptIsAName(String name) {
    jointIsPublic()
        .when(PIA, propose(name))
        .then(new EndorsersProposed(JOINT_DIGEST, List.of(name), NOTE_VERBALE));
  }

  @Test
  void aNameHasAtMost200Characters() {
    String longest = "😀".repeat(200);
    jointIsPublic()
        .when(PIA, propose(longest))
        .then(new EndorsersProposed(JOINT_DIGEST, List.of(longest), NOTE_VERBALE));
    jointIsPublic().when(PIA, propose(longest + "x")).isRefused("UNUSABLE_NAME");
  }

  @Test
  void aStatementHasAtMost500EndorsersProposedOnesIncluded() {
    String[] most = IntStream.range(0, 500).mapToObj(i -> "State " + i).toArray(String[]::new);
    proposed(Arrays.copyOf(most, 499))
        .when(PIA, propose("Norland"))
        .thenSome(EndorsersProposed.class);
    proposed(most).when(PIA, propose("Norland")).isRefused("TOO_MANY_ENDORSERS");
    added(most).when(PIA, propose("Norland")).isRefused("TOO_MANY_ENDORSERS");
  }

  @Test
  void somebodyIsNamed() {
    jointIsPublic().when(PIA, propose()).isRefused("NO_NAMES");
    jointIsPublic().when(ANN, add()).isRefused("NO_NAMES");
    jointIsPublic().when(PIA, leave()).isRefused("NO_NAMES");
  }

  // Adding

  @Test
  void anApproverWhoIsNotTheProposerAddsThemAsTheyWerePrinted() {
    proposed("Norland", "Sudland")
        .when(ANN, add("norland"))
        .then(new EndorsersAdded(JOINT_DIGEST, 1, List.of("Norland")));
  }

  @Test
  void whoProposedThemDoesNotAddThem() {
    jointIsPublic()
        .by(ANN, proposal("Norland"))
        .by(PIA, proposal("Sudland"))
        .when(ANN, add("Sudland", "Norland"))
        .isRefused("OWN_PROPOSAL");
  }

  @Test
  void whoWroteTheTextDoesNotAddThemNorRemovesThem() {
    Actor maya = person("maya", Role.APPROVER);
    proposed("Norland").when(maya, add("Norland")).isRefused("OWN_TEXT");
    added("Norland").when(maya, remove("Norland")).isRefused("OWN_TEXT");
  }

  @Test
  void whoWroteTheTextMayProposeThem() {
    jointIsPublic()
        .when(person("maya", Role.PRESS_OFFICER), propose("Norland"))
        .thenSome(EndorsersProposed.class);
  }

  @Test
  void onlyWhoIsProposedIsAdded() {
    jointIsPublic().when(ANN, add("Norland")).isRefused("NOT_PROPOSED");
    proposed("Norland").when(ANN, add("Norland", "Sudland")).isRefused("NOT_PROPOSED");
    proposed("Norland")
        .by(PIA, new EndorserProposalLeft(JOINT_DIGEST, List.of("Norland"), "A slip."))
        .when(ANN, add("Norland"))
        .isRefused("NOT_PROPOSED");
  }

  @Test
  void whoIsPublicAlreadyIsNotAddedAgain() {
    added("Norland").when(ANN, add("NORLAND")).isNothingToDo();
    added("Norland")
        .by(PIA, proposal("Sudland"))
        .when(ANN, add("Norland", "Sudland"))
        .then(new EndorsersAdded(JOINT_DIGEST, 1, List.of("Sudland")));
  }

  // Taking back and withdrawing

  @Test
  void aProposalIsTakenBackWithAReason() {
    for (Actor actor : List.of(PIA, ANN)) {
      proposed("Norland", "Sudland")
          .when(actor, leave("norland"))
          .then(new EndorserProposalLeft(JOINT_DIGEST, List.of("Norland"), "A slip."));
    }
    proposed("Norland")
        .when(PIA, new LeaveEndorsers(JOINT_DIGEST, List.of("Norland"), ""))
        .isRefused("REASON_MISSING");
    added("Norland").when(PIA, leave("Norland")).isRefused("NOT_PROPOSED");
  }

  @Test
  void whoWithdrewIsSaidToHaveWithdrawnOnce() {
    added("Norland")
        .when(ANN, remove("NORLAND"))
        .then(new EndorserWithdrew(JOINT_DIGEST, 1, "Norland", "Their note of 9 March."));
    withdrawn("Norland").when(ANN, remove("Norland")).isNothingToDo();
    proposed("Norland").when(ANN, remove("Norland")).isRefused("NOT_AN_ENDORSER");
    added("Norland")
        .when(ANN, new RemoveEndorser(JOINT_DIGEST, "Norland", " "))
        .isRefused("REASON_MISSING");
  }

  @Test
  void whoWithdrewComesBackByTwoPeopleUnderTheNameTheyHad() {
    withdrawn("Norland").when(ANN, add("Norland")).isRefused("NOT_PROPOSED");
    withdrawn("Norland")
        .when(PIA, propose("NORLAND"))
        .then(new EndorsersProposed(JOINT_DIGEST, List.of("Norland"), NOTE_VERBALE));
    withdrawn("Norland")
        .by(PIA, proposal("Norland"))
        .when(ANN, add("Norland"))
        .then(new EndorsersAdded(JOINT_DIGEST, 1, List.of("Norland")));
  }

  // What they endorse

  @Test
  void onlyAJointStatementHasEndorsers() {
    for (Endorsing command :
        List.of(
            new ProposeEndorsers(DIGEST, List.of("Norland"), NOTE_VERBALE),
            new LeaveEndorsers(DIGEST, List.of("Norland"), "A slip."))) {
      released().when(PIA, command).isRefused("NOT_A_JOINT_STATEMENT");
    }
    for (Endorsing command :
        List.of(
            new AddEndorsers(DIGEST, List.of("Norland")),
            new RemoveEndorser(DIGEST, "Norland", "Theirs."))) {
      released().when(ANN, command).isRefused("NOT_A_JOINT_STATEMENT");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JOINT STATEMENT", "Joint  statement", "Déclaration conjointe"})
  void aJointStatementIsOneInAnyLettersAndLanguage(String kind) {
    MediaNote text = Notes.ofKind(kind, JOINT);
    nothing()
        .by(POLICY, prepared(text, "maya"))
        .by(DANA, new NoteReleased(text, Digest.of(text), 1, Optional.empty()))
        .when(PIA, new ProposeEndorsers(Digest.of(text), List.of("Norland"), NOTE_VERBALE))
        .thenSome(EndorsersProposed.class);
  }

  @Test
  void whatIsNotPublicHasNoEndorsersBesideItsText() {
    for (DeciderScenario<PublishingCommand, Release, PublishingEvent> notPublic :
        List.of(nothing(), ready(), scheduled())) {
      notPublic
          .when(PIA, new ProposeEndorsers(DIGEST, List.of("Norland"), NOTE_VERBALE))
          .isRefused("NOT_RELEASED");
    }
  }

  @Test
  void anotherTextThanThePublicOneIsNotEndorsed() {
    jointIsPublic()
        .when(PIA, new ProposeEndorsers(DIGEST, List.of("Norland"), NOTE_VERBALE))
        .isRefused("STALE_TEXT");
    proposed("Norland")
        .when(ANN, new AddEndorsers(DIGEST, List.of("Norland")))
        .isRefused("STALE_TEXT");
  }

  @Test
  void thePublicTextStaysWhatItWas() {
    added("Norland").when(DANA, new ReleaseNow(JOINT_DIGEST, Optional.empty())).isNothingToDo();
    withdrawn("Norland")
        .when(DANA, new ReleaseNow(DIGEST, Optional.empty()))
        .isRefused("ALREADY_RELEASED");
  }

  // Who

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoProposesIsAPressOfficerAndWhoAddsAnApprover(Role role) {
    Actor somebody = person("somebody", role);
    if (role != Role.PRESS_OFFICER) {
      jointIsPublic().when(somebody, propose("Norland")).isRefused("WRONG_ROLE");
    }
    if (role != Role.APPROVER) {
      proposed("Norland").when(somebody, add("Norland")).isRefused("WRONG_ROLE");
      added("Norland").when(somebody, remove("Norland")).isRefused("WRONG_ROLE");
    }
    if (role != Role.PRESS_OFFICER && role != Role.APPROVER) {
      proposed("Norland").when(somebody, leave("Norland")).isRefused("WRONG_ROLE");
    }
  }

  @Test
  void aRefusalSaysWhatWasWrongWithWhichName() {
    Decision<PublishingEvent> refused =
        proposed("Norland").when(ANN, add("Norland", "Sudland")).decision();
    assertThat(refused)
        .isEqualTo(
            Decision.refuse(
                "NOT_PROPOSED",
                "\"Sudland\" is not proposed as an endorser; propose them first, or take a name that is."));
  }

  private static DeciderScenario<PublishingCommand, Release, PublishingEvent> proposed(
      String... names) {
    return jointIsPublic().by(PIA, proposal(names));
  }

  private static DeciderScenario<PublishingCommand, Release, PublishingEvent> added(
      String... names) {
    return proposed(names).by(ANN, new EndorsersAdded(JOINT_DIGEST, 1, List.of(names)));
  }

  private static DeciderScenario<PublishingCommand, Release, PublishingEvent> withdrawn(
      String name) {
    return added(name).by(ANN, new EndorserWithdrew(JOINT_DIGEST, 1, name, "Their wish."));
  }

  private static EndorsersProposed proposal(String... names) {
    return new EndorsersProposed(JOINT_DIGEST, List.of(names), NOTE_VERBALE);
  }

  private static ProposeEndorsers propose(String... names) {
    return new ProposeEndorsers(JOINT_DIGEST, List.of(names), NOTE_VERBALE);
  }

  private static AddEndorsers add(String... names) {
    return new AddEndorsers(JOINT_DIGEST, List.of(names));
  }

  private static LeaveEndorsers leave(String... names) {
    return new LeaveEndorsers(JOINT_DIGEST, List.of(names), "A slip.");
  }

  private static RemoveEndorser remove(String name) {
    return new RemoveEndorser(JOINT_DIGEST, name, "Their note of 9 March.");
  }

  private static Actor person(String name, Role role) {
    return new Actor(new PersonId(name), new OfficeId("press"), role);
  }
}
