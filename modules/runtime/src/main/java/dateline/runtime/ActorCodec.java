package dateline.runtime;

import dateline.contracts.ActorV1;
import dateline.kernel.Actor;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.runtime.wire.UnreadableRecordException;

/** Actors on the wire. */
public final class ActorCodec {

  private ActorCodec() {}

  public static ActorV1 toWire(Actor actor) {
    return new ActorV1(actor.person().value(), actor.office().value(), actor.role().name());
  }

  /**
   * @throws UnreadableRecordException if the role is not one of {@link Role}
   */
  public static Actor fromWire(ActorV1 wire) {
    try {
      return new Actor(
          new PersonId(wire.getPerson()),
          new OfficeId(wire.getOffice()),
          Role.valueOf(wire.getRole()));
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException(
          "UNREADABLE", "its actor has no person or an unknown role");
    }
  }
}
