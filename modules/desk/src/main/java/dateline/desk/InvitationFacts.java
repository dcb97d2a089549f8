package dateline.desk;

import dateline.contracts.ClearanceEventV1;
import dateline.contracts.ClearerInvitedV1;
import dateline.contracts.InvitationRevokedV1;
import dateline.contracts.InvitationUsedV1;
import dateline.desk.ClearanceFacts.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The desk's view of clearance's events: who outside the house was invited, and what they did. */
final class InvitationFacts {

  private InvitationFacts() {}

  static Optional<Fact> of(Clearance before, ClearanceEventV1 event) {
    @Nullable ClearerInvitedV1 invited = event.getClearerInvited();
    if (invited != null) {
      Guest guest =
          new Guest(
              invited.getInvitation(),
              invited.getPerson(),
              invited.getName(),
              invited.getDigest(),
              ClearanceFacts.decided(event, ""),
              invited.getUntil(),
              Guest.Uses.NONE,
              Optional.empty());
      return Fact.of(
          before.with(List.of(invited.getParty()), standing -> standing.inviting(guest)),
          "ClearerInvited",
          "%s, until %s".formatted(invited.getName(), invited.getUntil()));
    }
    @Nullable InvitationRevokedV1 revoked = event.getInvitationRevoked();
    if (revoked != null) {
      return Fact.of(
          changed(
              before,
              revoked.getParty(),
              guest -> guest.revoked(ClearanceFacts.decided(event, revoked.getReason()))),
          "InvitationRevoked",
          revoked.getParty() + ": " + revoked.getReason());
    }
    @Nullable InvitationUsedV1 used = event.getInvitationUsed();
    return used == null
        ? Optional.empty()
        : Fact.of(
            changed(before, used.getParty(), guest -> using(guest, used, event)),
            "InvitationUsed",
            used.getParty() + ": " + words(used));
  }

  private static Guest using(Guest guest, InvitationUsedV1 used, ClearanceEventV1 event) {
    return guest.with(
        switch (used.getUse()) {
          case "CODE_ASKED" ->
              guest.uses().codeAsked(used.getCode(), Optional.ofNullable(used.getCodeUntil()));
          case "OPENED" -> guest.uses().opened(event.getAt());
          default -> guest.uses().mistyped();
        });
  }

  private static String words(InvitationUsedV1 used) {
    return switch (used.getUse()) {
      case "CODE_ASKED" -> "code %d was asked for".formatted(used.getCode());
      case "OPENED" -> "the text was shown, for code %d".formatted(used.getCode());
      default -> "a wrong code was typed";
    };
  }

  private static Clearance changed(Clearance before, String party, UnaryOperator<Guest> change) {
    return before.with(
        List.of(party),
        standing -> standing.guest().map(change).map(standing::with).orElse(standing));
  }
}
