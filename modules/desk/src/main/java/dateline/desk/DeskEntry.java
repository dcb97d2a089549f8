package dateline.desk;

import dateline.kernel.Role;
import dateline.note.MediaNote;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the desk knows about one thing, made of the log. */
sealed interface DeskEntry
    permits DeskEntry.NoteEntry,
        DeskEntry.EarlierEntry,
        DeskEntry.RevisionEntry,
        DeskEntry.OriginEntry,
        ContactEntry,
        DeskEntry.PersonEntry,
        DeskEntry.OfficeEntry,
        DeskEntry.PressOfficeEntry,
        DeskEntry.PlannedEntry,
        DeskEntry.OutcomeEntry,
        EditsEntry,
        OwedEntry,
        RecordsEntry {

  /** The id under which the table keeps it. */
  String entryId();

  /** Ids of the commands that changed it, oldest first. */
  default List<String> commands() {
    return List.of();
  }

  /**
   * A note, from three engines whose events arrive in any order.
   *
   * @param id note id
   * @param earlier how many {@link EarlierEntry} there are
   * @param recent what happened to it after these, in order of arrival
   */
  record NoteEntry(
      String id,
      Draft draft,
      Clearance clearance,
      Release release,
      int earlier,
      List<HistoryLine> recent)
      implements DeskEntry {
    public NoteEntry {
      recent = List.copyOf(recent);
    }

    static String entryId(String noteId) {
      return "note:" + noteId;
    }

    static NoteEntry unknown(String noteId) {
      return new NoteEntry(noteId, Draft.NONE, Clearance.NONE, Release.NONE, 0, List.of());
    }

    @Override
    public String entryId() {
      return entryId(id);
    }

    @Override
    public List<String> commands() {
      return recent.stream().map(HistoryLine::commandId).distinct().toList();
    }

    NoteEntry with(Draft newer, HistoryLine line) {
      return new NoteEntry(id, newer, clearance, release, earlier, plus(line));
    }

    NoteEntry with(Clearance newer, HistoryLine line) {
      return new NoteEntry(id, draft, newer, release, earlier, plus(line));
    }

    NoteEntry with(Release newer, HistoryLine line) {
      return new NoteEntry(id, draft, clearance, newer, earlier, plus(line));
    }

    /** Events of drafting, clearance and publishing: {@code "4.2.1"}. */
    String version() {
      return draft.version() + "." + clearance.version() + "." + release.version();
    }

    NoteState state() {
      return NoteState.of(this);
    }

    private List<HistoryLine> plus(HistoryLine line) {
      List<HistoryLine> more = new ArrayList<>(recent);
      more.add(line);
      return more;
    }

    /** What is to be kept beside it, if so much happened that it is written too often otherwise. */
    Optional<EarlierEntry> outgrown() {
      return recent.size() < 2 * EarlierEntry.SIZE
          ? Optional.empty()
          : Optional.of(new EarlierEntry(id, earlier + 1, recent.subList(0, EarlierEntry.SIZE)));
    }

    /** The same once that is kept. */
    NoteEntry withoutOutgrown() {
      List<HistoryLine> rest = recent.subList(EarlierEntry.SIZE, recent.size());
      return new NoteEntry(id, draft, clearance, release, earlier + 1, rest);
    }
  }

  /**
   * What happened to a note before its entry's recent events: a part of it that does not change.
   *
   * @param number from 1, oldest first
   * @param lines {@value #SIZE} of them, in order of arrival
   */
  record EarlierEntry(String noteId, int number, List<HistoryLine> lines) implements DeskEntry {

    /** As many events are kept together, and as many at least stay with the note itself. */
    static final int SIZE = 100;

    public EarlierEntry {
      lines = List.copyOf(lines);
    }

    static String entryId(String noteId, int number) {
      return "history:" + noteId + '/' + number;
    }

    @Override
    public String entryId() {
      return entryId(noteId, number);
    }

    @Override
    public List<String> commands() {
      return lines.stream().map(HistoryLine::commandId).distinct().toList();
    }
  }

  /**
   * The text of one revision; who made it and when stands in its note.
   *
   * @param number from 1
   */
  record RevisionEntry(String noteId, int number, MediaNote text) implements DeskEntry {
    static String entryId(String noteId, int number) {
      return "revision:" + noteId + '/' + number;
    }

    @Override
    public String entryId() {
      return entryId(noteId, number);
    }
  }

  /**
   * Where an imported note was taken from.
   *
   * @param noteId its id here
   * @param source what its id there counts within; empty if that is an address of its own
   * @param id its id there
   * @param versions those that became revisions, oldest first
   */
  record OriginEntry(
      String noteId,
      String source,
      String id,
      Optional<String> link,
      Optional<Instant> published,
      List<ImportedVersion> versions)
      implements DeskEntry {
    public OriginEntry {
      versions = List.copyOf(versions);
    }

    static String entryId(String noteId) {
      return "origin:" + noteId;
    }

    @Override
    public String entryId() {
      return entryId(noteId);
    }
  }

  /**
   * A version of an imported note.
   *
   * @param revision what it became here, from 1
   * @param version its name among the note's versions
   * @param updated when the source made it
   */
  record ImportedVersion(int revision, String version, Optional<Instant> updated) {}

  /**
   * A person of the directory.
   *
   * @param email where they work; mails from elsewhere are not theirs
   * @param deputies who may answer for their office in their stead, and when
   * @param away when they are out of office
   */
  record PersonEntry(
      String id,
      String name,
      String email,
      String office,
      Set<Role> roles,
      List<DeputyEntry> deputies,
      List<DaysEntry> away)
      implements DeskEntry {
    public PersonEntry {
      roles = Set.copyOf(roles);
      deputies = List.copyOf(deputies);
      away = List.copyOf(away);
    }

    static String entryId(String personId) {
      return "person:" + personId;
    }

    @Override
    public String entryId() {
      return entryId(id);
    }
  }

  /**
   * That somebody stands in for a person.
   *
   * @param person id of who does
   * @param from first day, in the zone of the person's office
   * @param until last day
   */
  record DeputyEntry(String person, LocalDate from, LocalDate until) {
    boolean isOn(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /** Days of the office's zone, the first and the last included. */
  record DaysEntry(LocalDate from, LocalDate until) {}

  /** An office of the directory. */
  record OfficeEntry(String id, String name, String zone) implements DeskEntry {
    static String entryId(String officeId) {
      return "office:" + officeId;
    }

    @Override
    public String entryId() {
      return entryId(id);
    }
  }

  /**
   * The press office itself, as the directory was last applied.
   *
   * @param calendars by office id
   * @param emergencyWithin working time for clearance after the fact; empty if there are no
   *     emergencies
   */
  record PressOfficeEntry(
      String name,
      String zone,
      long directoryVersion,
      List<RuleEntry> rules,
      Map<String, HoursEntry> calendars,
      List<DeadlineEntry> deadlines,
      List<TwoApproversEntry> twoApprovers,
      Optional<Duration> emergencyWithin)
      implements DeskEntry {
    static final String ENTRY_ID = "rules";

    public PressOfficeEntry {
      rules = List.copyOf(rules);
      calendars = Map.copyOf(calendars);
      deadlines = List.copyOf(deadlines);
      twoApprovers = List.copyOf(twoApprovers);
    }

    @Override
    public String entryId() {
      return ENTRY_ID;
    }
  }

  /**
   * When an office works, as on the wire.
   *
   * @param from local time: {@code "09:00"}
   * @param days of the week: {@code "MONDAY"}
   * @param holidays ISO 8601
   */
  record HoursEntry(
      String zone, String from, String until, List<String> days, List<String> holidays) {
    public HoursEntry {
      days = List.copyOf(days);
      holidays = List.copyOf(holidays);
    }
  }

  /**
   * Which notes need which office; an empty list is met by every note.
   *
   * @param power CLEAR, CONSULT or INFORM
   * @param stage from 1
   * @param countries ISO 3166 codes
   * @param offices ids of those whose notes it is about
   * @param embargo whether it is about notes with an embargo line alone
   * @param attachments whether it is about notes with files alone
   * @param exempt ids of offices whose notes it is only informed of
   */
  record RuleEntry(
      String office,
      String power,
      boolean mandatory,
      String because,
      int stage,
      List<String> kinds,
      List<String> issuers,
      List<String> mentions,
      List<String> topics,
      List<String> officials,
      List<String> agencies,
      List<String> countries,
      List<String> languages,
      List<String> offices,
      boolean embargo,
      boolean attachments,
      List<String> exempt) {
    public RuleEntry {
      kinds = List.copyOf(kinds);
      issuers = List.copyOf(issuers);
      mentions = List.copyOf(mentions);
      topics = List.copyOf(topics);
      officials = List.copyOf(officials);
      agencies = List.copyOf(agencies);
      countries = List.copyOf(countries);
      languages = List.copyOf(languages);
      offices = List.copyOf(offices);
      exempt = List.copyOf(exempt);
    }
  }

  /**
   * How long offices have to answer.
   *
   * @param kinds of note it is for; empty for all
   * @param urgent whether it is for urgent notes alone or for others alone; empty for both
   * @param within working time
   */
  record DeadlineEntry(List<String> kinds, Optional<Boolean> urgent, Duration within) {
    public DeadlineEntry {
      kinds = List.copyOf(kinds);
    }
  }

  /** Which notes two people must approve; an empty list is met by every note. */
  record TwoApproversEntry(String because, List<String> kinds, List<String> mentions) {
    public TwoApproversEntry {
      kinds = List.copyOf(kinds);
      mentions = List.copyOf(mentions);
    }
  }

  /**
   * How many people a release was planned for.
   *
   * @param id release id
   * @param planned recipients by lane, PRESS or PUBLIC
   */
  record PlannedEntry(String id, Map<String, Integer> planned) implements DeskEntry {
    public PlannedEntry {
      planned = Map.copyOf(planned);
    }

    static String entryId(String releaseId) {
      return "planned:" + releaseId;
    }

    @Override
    public String entryId() {
      return entryId(id);
    }

    PlannedEntry plus(String lane, int recipients) {
      Map<String, Integer> more = new HashMap<>(planned);
      more.merge(lane, recipients, Integer::sum);
      return new PlannedEntry(id, more);
    }
  }

  /** The newest outcome of one mail of a release to one person. */
  record OutcomeEntry(
      String releaseId, String subscriberId, String outcome, int replyCode, Instant at)
      implements DeskEntry {
    static String entryId(String releaseId, String subscriberId) {
      return "outcome:" + releaseId + "/" + subscriberId;
    }

    @Override
    public String entryId() {
      return entryId(releaseId, subscriberId);
    }
  }
}
