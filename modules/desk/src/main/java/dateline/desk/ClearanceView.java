package dateline.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.desk.DeskEntry.OfficeEntry;
import dateline.desk.OfficeList.Line;
import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Decided;
import dateline.desk.Standing.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Where a note is with the offices, in JSON: the list, who still has it, who said what. */
final class ClearanceView {

  private final ReadModel model;

  ClearanceView(ReadModel model) {
    this.model = model;
  }

  ObjectNode of(Clearance clearance) {
    LineStates states = new LineStates(clearance);
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("state", clearance.status().name());
    if (clearance.revision() > 0) {
      json.put("revision", clearance.revision());
      json.put("directoryVersion", clearance.list().directoryVersion());
    }
    put(json, "digest", clearance.digest());
    put(json, "owner", clearance.list().owner());
    put(json, "approver", clearance.approver());
    put(json, "returnedBecause", clearance.returnedBecause());
    ArrayNode lines = json.putArray("lines");
    clearance.lines().forEach(line -> lines.add(line(states, line)));
    states.open().forEach(json.putArray("open")::add);
    json.set("waitingFor", waitingFor(states));
    ObjectNode approvals = json.putObject("approvals");
    approvals.put("needed", clearance.list().approvers());
    ArrayNode given = approvals.putArray("given");
    clearance.approvals().forEach(one -> given.add(decided(one)));
    ArrayNode recused = json.putArray("recused");
    clearance.recused().values().stream()
        .sorted(Comparator.comparing(Decided::at))
        .forEach(one -> recused.add(decided(one)));
    ArrayNode proposed = json.putArray("proposed");
    for (OfficeList.Proposed one : clearance.list().proposed()) {
      ObjectNode office = office(one.office()).put("power", one.power()).put("by", one.byOffice());
      proposed.add(office.setAll(decided(one.proposal())));
    }
    ArrayNode removed = json.putArray("removed");
    for (OfficeList.Removed one : clearance.list().removed()) {
      removed.add(office(one.office()).setAll(decided(one.decision())));
    }
    clearance.emergency().ifPresent(it -> json.set("emergency", emergency(it)));
    return json;
  }

  /** Who still has it: offices that are to answer, and the action office if edits were proposed. */
  private ArrayNode waitingFor(LineStates states) {
    Clearance clearance = states.clearance();
    ArrayNode waiting = DeskJson.MAPPER.createArrayNode();
    for (Line line : states.waitingFor()) {
      ObjectNode one = office(line.office()).put("for", "ANSWER").put("power", line.power());
      Optional<Turn> turn = clearance.standing(line.office()).turn();
      one.put("since", turn.map(Turn::since).orElse(clearance.asked().at()).toString());
      put(one, "due", turn.flatMap(Turn::due));
      one.put("silent", turn.flatMap(Turn::silentSince).isPresent());
      clearance
          .standing(line.office())
          .guest()
          .ifPresent(guest -> one.put("officeName", guest.name()));
      waiting.add(one);
    }
    for (Line line : states.withEdits()) {
      ObjectNode one =
          office(clearance.list().owner()).put("for", "EDITS").put("of", line.office());
      states.answerOf(line).ifPresent(said -> one.put("since", said.at().toString()));
      waiting.add(one.put("silent", false));
    }
    return waiting;
  }

  private ObjectNode line(LineStates states, Line line) {
    Standing standing = states.clearance().standing(line.office());
    ObjectNode json = office(line.office());
    standing.guest().ifPresent(guest -> invited(json, guest, states.clearance()));
    json.put("power", line.power());
    json.put("mandatory", line.mandatory());
    json.put("because", line.because());
    json.put("stage", line.stage());
    json.put("state", states.stateOf(line).name());
    json.put("says", ClearanceWords.of(states, line));
    standing
        .turn()
        .ifPresent(turn -> {
          json.put("askedAt", turn.since().toString());
          put(json, "remindAt", turn.remindAt());
          put(json, "due", turn.due());
          put(json, "remindedAt", turn.remindedAt());
          put(json, "silentSince", turn.silentSince());
        });
    states.answerOf(line).ifPresent(said -> answer(json, said));
    standing
        .kept()
        .filter(_ -> states.stateOf(line) == LineStates.LineState.KEPT)
        .ifPresent(kept -> json.set("kept", decided(kept.decision())));
    standing.passedOver().ifPresent(passed -> json.set("passedOver", decided(passed)));
    line.added().ifPresent(added -> json.set("added", decided(added)));
    standing.cleared().ifPresent(said -> json.put("clearedRevision", said.revision()));
    return json;
  }

  private static void invited(ObjectNode json, Guest guest, Clearance clearance) {
    json.put("officeName", guest.name());
    ObjectNode link = json.putObject("invitation");
    link.put("id", guest.invitation());
    link.put("name", guest.name());
    link.put("person", guest.person());
    link.put("digest", guest.digest());
    link.put("ofThisText", guest.digest().equals(clearance.digest()));
    link.put("by", guest.by().person()).put("at", guest.by().at().toString());
    link.put("until", guest.until().toString());
    link.put("codesAsked", guest.uses().codes()).put("wrongCodes", guest.uses().wrongCodes());
    link.put("locked", guest.isLocked());
    put(link, "openedAt", guest.uses().openedAt());
    guest.revoked().ifPresent(it -> link.set("revoked", decided(it)));
  }

  /** What was said, and of which text. */
  static void answer(ObjectNode json, Answered said) {
    json.put("answer", said.answer());
    json.put("person", said.person());
    json.put("at", said.at().toString());
    put(json, "reason", said.reason());
    json.put("revision", said.revision());
    json.put("digest", said.digest());
    json.put("channel", said.channel());
    said.deputyFor().ifPresent(person -> json.put("deputyFor", person));
    said.recordedBy().ifPresent(person -> json.put("recordedBy", person));
  }

  private static ObjectNode emergency(EmergencyCase emergency) {
    ObjectNode json = decided(emergency.declared());
    json.put("state", emergency.stage().name());
    json.put("digest", emergency.digest());
    json.put("office", emergency.office());
    put(json, "refusedBecause", emergency.refusedBecause());
    put(json, "due", emergency.due());
    put(json, "overdueSince", emergency.overdueSince());
    emergency
        .cleared()
        .ifPresent(by -> json.put("clearedBy", by.person()).put("clearedAt", by.at().toString()));
    return json;
  }

  private ObjectNode office(String id) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode().put("office", id);
    model.office(id).map(OfficeEntry::name).ifPresent(name -> json.put("officeName", name));
    return json;
  }

  private static ObjectNode decided(Decided decision) {
    ObjectNode json = DeskJson.MAPPER.createObjectNode();
    json.put("person", decision.person()).put("at", decision.at().toString());
    put(json, "reason", decision.reason());
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<Instant> at) {
    at.ifPresent(instant -> json.put(name, instant.toString()));
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
