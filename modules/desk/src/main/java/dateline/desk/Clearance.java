package dateline.desk;

import dateline.desk.Standing.Answered;
import dateline.desk.Standing.Decided;
import dateline.desk.Standing.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A note as clearance left it.
 *
 * @param version how many events clearance has of it
 * @param asked which text the offices were asked about
 * @param list whom
 * @param standings how far each office has come with it, by office id; also of offices that are not
 *     on the list any more
 * @param recused who has no part in it, and why, by person id
 * @param approvals of those who approved while more must, oldest first
 * @param approver person id; empty unless cleared
 * @param returnedBecause why it went back; empty unless returned
 * @param emergency the newest that was declared
 */
record Clearance(
    long version,
    Status status,
    Text asked,
    OfficeList list,
    Map<String, Standing> standings,
    Map<String, Decided> recused,
    List<Decided> approvals,
    String approver,
    String returnedBecause,
    Optional<EmergencyCase> emergency) {

  enum Status {
    NOT_REQUESTED,
    UNDER_REVIEW,
    RETURNED,
    CLEARED,
    SUSPENDED
  }

  /**
   * A text that offices were asked about.
   *
   * @param revision drafting's, from 1; 0 before any
   * @param digest empty before any
   * @param contributors person ids of everyone who wrote any of it
   * @param at when they were asked
   */
  record Text(int revision, String digest, List<String> contributors, Instant at) {
    Text {
      contributors = List.copyOf(contributors);
    }
  }

  static final Clearance NONE =
      new Clearance(
          0,
          Status.NOT_REQUESTED,
          new Text(0, "", List.of(), Instant.EPOCH),
          OfficeList.NONE,
          Map.of(),
          Map.of(),
          List.of(),
          "",
          "",
          Optional.empty());

  Clearance {
    standings = Map.copyOf(standings);
    recused = Map.copyOf(recused);
    approvals = List.copyOf(approvals);
  }

  int revision() {
    return asked.revision();
  }

  String digest() {
    return asked.digest();
  }

  List<OfficeList.Line> lines() {
    return list.lines();
  }

  Standing standing(String office) {
    return standings.getOrDefault(office, Standing.NONE);
  }

  /** The offices are asked about a text, those again whose answers do not stand for it. */
  Clearance requested(Text text, OfficeList newList) {
    boolean same = text.digest().equals(digest());
    Map<String, Standing> standing = new HashMap<>();
    standings.forEach((office, before) -> standing.put(office, before.again(text.digest(), same)));
    return new Clearance(
        version + 1,
        Status.UNDER_REVIEW,
        text,
        newList,
        standing,
        recused,
        List.of(),
        "",
        "",
        emergency);
  }

  /** The same with other standings of these offices. */
  Clearance with(List<String> offices, UnaryOperator<Standing> change) {
    Map<String, Standing> all = new HashMap<>(standings);
    offices.forEach(office -> all.put(office, change.apply(standing(office))));
    return with(all);
  }

  /** It is the turn of these offices. */
  Clearance asking(Map<String, Turn> turns) {
    Map<String, Standing> all = new HashMap<>(standings);
    turns.forEach((office, turn) -> all.put(office, standing(office).asked(turn)));
    return with(all);
  }

  private Clearance with(Map<String, Standing> all) {
    return new Clearance(
        version + 1,
        status,
        asked,
        list,
        all,
        recused,
        approvals,
        approver,
        returnedBecause,
        emergency);
  }

  /**
   * @param office empty if nobody could be asked
   */
  Clearance returned(String office, Answered answered) {
    Clearance after =
        office.isEmpty() ? counted() : with(List.of(office), one -> one.answered(answered));
    return after.now(Status.RETURNED, "", answered.reason(), emergency);
  }

  /** It is cleared, for good or in an emergency. */
  Clearance cleared(String by, Optional<EmergencyCase> how) {
    return counted().now(Status.CLEARED, by, "", how.or(() -> emergency));
  }

  Clearance suspended() {
    return counted().now(Status.SUSPENDED, "", "", emergency);
  }

  Clearance with(OfficeList newer) {
    return with(newer, standings);
  }

  /** The same with another list, in which this office's place has changed. */
  Clearance with(OfficeList newer, String office, UnaryOperator<Standing> change) {
    Map<String, Standing> all = new HashMap<>(standings);
    all.put(office, change.apply(standing(office)));
    return with(newer, all);
  }

  private Clearance with(OfficeList newer, Map<String, Standing> all) {
    return new Clearance(
        version + 1,
        status,
        asked,
        newer,
        all,
        recused,
        approvals,
        approver,
        returnedBecause,
        emergency);
  }

  Clearance with(Optional<EmergencyCase> newer) {
    return counted().now(status, approver, returnedBecause, newer);
  }

  /** This person has no part in it any more, and did not approve. */
  Clearance recusing(Decided aside) {
    Map<String, Decided> more = new LinkedHashMap<>(recused);
    more.put(aside.person(), aside);
    List<Decided> others =
        approvals.stream().filter(one -> !one.person().equals(aside.person())).toList();
    return with(more, others);
  }

  Clearance approving(Decided approval) {
    List<Decided> more = new ArrayList<>(approvals);
    more.add(approval);
    return with(recused, more);
  }

  /** Counts an event it knows nothing about. */
  Clearance counted() {
    return with(recused, approvals);
  }

  private Clearance with(Map<String, Decided> aside, List<Decided> approved) {
    return new Clearance(
        version + 1,
        status,
        asked,
        list,
        standings,
        aside,
        approved,
        approver,
        returnedBecause,
        emergency);
  }

  private Clearance now(
      Status newStatus, String newApprover, String because, Optional<EmergencyCase> declared) {
    return new Clearance(
        version,
        newStatus,
        asked,
        list,
        standings,
        recused,
        approvals,
        newApprover,
        because,
        declared);
  }

  /** Whether the offices are asked at present. */
  boolean isAsking() {
    return status == Status.UNDER_REVIEW
        || (status == Status.CLEARED && emergency.filter(EmergencyCase::isOwed).isPresent());
  }
}
