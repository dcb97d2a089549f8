package dateline.clearance.kafka;

import dateline.clearance.ClearanceCommand;
import dateline.clearance.ClearanceEvent;
import dateline.contracts.ClearanceCommandV1;
import dateline.contracts.ClearanceEventV1;
import dateline.runtime.WireCodec;

/** Where clearance's rule types meet the wire's. */
final class ClearanceCodecs {

  static final WireCodec<ClearanceCommand, ClearanceCommandV1> COMMANDS = new CommandCodec();
  static final WireCodec<ClearanceEvent, ClearanceEventV1> EVENTS = new EventCodec();

  private ClearanceCodecs() {}
}
