package dateline.drafting;

import dateline.drafting.DraftingCommand.Attaching;
import dateline.drafting.DraftingCommand.Commenting;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.Following;
import dateline.drafting.DraftingCommand.Handling;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.Revising;
import dateline.drafting.DraftingCommand.Translating;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may ask what of a draft. Press officers draft; of these, its office's own and the co-drafters
 * it named write on it, and its office alone decides what becomes of it. Whoever has to do with a
 * submitted text may comment on it. Policies do what follows from events. Refuses with {@code
 * WRONG_ROLE}, {@code NOT_A_DRAFTER} and {@code NOT_YOUR_OFFICE}.
 */
final class Rights {

  private static final Set<Role> DRAFTERS = EnumSet.of(Role.PRESS_OFFICER);
  private static final Set<Role> READERS =
      EnumSet.of(Role.PRESS_OFFICER, Role.REVIEWER, Role.APPROVER, Role.DUTY_OFFICER);
  private static final Set<Role> POLICIES = EnumSet.of(Role.SYSTEM);

  private Rights() {}

  /** The refusal for a role that never does this, or empty. */
  static Optional<Decision<DraftingEvent>> wrongRole(Envelope<DraftingCommand> command) {
    Set<Role> needed = rolesFor(command.payload());
    return needed.contains(command.actor().role())
        ? Optional.empty()
        : Optional.of(wrongRole(command, needed));
  }

  private static Decision<DraftingEvent> wrongRole(
      Envelope<DraftingCommand> command, Set<Role> needed) {
    return Decision.refuse(
        "WRONG_ROLE",
        "This is done in the role %s and you asked as %s; ask somebody who has it."
            .formatted(
                needed.stream().map(Role::name).collect(Collectors.joining(" or ")),
                command.actor().role()));
  }

  private static Set<Role> rolesFor(DraftingCommand command) {
    return switch (command) {
      case CreateDraft _,
          Revising _,
          Handling _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _ ->
          DRAFTERS;
      case Commenting _ -> READERS;
      case Following _ -> POLICIES;
    };
  }

  static Optional<Decision<DraftingEvent>> notWhileOpen(
      Envelope<DraftingCommand> command, Manuscript text) {
    return command.payload() instanceof Commenting && command.actor().role() != Role.PRESS_OFFICER
        ? Optional.of(wrongRole(command, DRAFTERS))
        : notYours(command, text);
  }

  /** Others may comment on what was submitted, and nothing else. */
  static Optional<Decision<DraftingEvent>> notWhileSubmitted(
      Envelope<DraftingCommand> command, Manuscript text) {
    return command.payload() instanceof Commenting && command.actor().role() != Role.PRESS_OFFICER
        ? Optional.empty()
        : notYours(command, text);
  }

  static Optional<Decision<DraftingEvent>> notYours(
      Envelope<DraftingCommand> command, Manuscript text) {
    return switch (command.payload()) {
      case Revising _, LockParagraphs _, Translating _, Attaching _, Commenting _ ->
          text.isWrittenBy(command.actor())
              ? Optional.empty()
              : Optional.of(
                  Decision.refuse(
                      "NOT_A_DRAFTER",
                      "This draft is of %s, whose press officers and co-drafters write on it; ask %s to name you."
                          .formatted(text.office(), text.office())));
      case Handling _ ->
          command.actor().office().equals(text.office())
              ? Optional.empty()
              : Optional.of(
                  Decision.refuse(
                      "NOT_YOUR_OFFICE",
                      "This note is of %s, whose press officers decide this; ask one of them."
                          .formatted(text.office())));
      case CreateDraft _, UnlockParagraphs _, Following _ -> Optional.empty();
    };
  }
}
