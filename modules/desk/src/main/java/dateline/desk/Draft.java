package dateline.desk;

import dateline.note.MediaNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A note as drafting left it.
 *
 * @param version how many events drafting has of it
 * @param settled version at the newest event that changed what goes out or where the draft is: its
 *     text, its files, its status. What is beside the text does not
 * @param office whose note it is; empty before the first revision
 * @param note the current text
 * @param revisions all there were, oldest first; their texts are entries of their own
 * @param contributors everyone who changed any character or attached a file, in order of first
 *     change
 * @param waivers of the newest submission
 * @param abandoned why it was given up; empty unless it is
 */
record Draft(
    long version,
    long settled,
    Status status,
    String office,
    Optional<MediaNote> note,
    List<Revised> revisions,
    List<String> contributors,
    List<Waiver> waivers,
    Optional<Abandoned> abandoned,
    Papers papers) {

  enum Status {
    NONE,
    OPEN,
    SUBMITTED,
    ABANDONED,
    CLOSED
  }

  /** A blocking finding submitted in spite of. */
  record Waiver(String code, String reason) {}

  /** Who gave the note up, and why. */
  record Abandoned(String by, Instant at, String reason) {}

  /**
   * One revision, without its text.
   *
   * @param number from 1
   * @param version of the draft when it was made
   * @param parts in which it differs from the one before it, as {@code MediaNote} names them; empty
   *     for the first
   */
  record Revised(
      int number, long version, String digest, String by, Instant at, List<String> parts) {
    public Revised {
      parts = List.copyOf(parts);
    }
  }

  static final Draft NONE =
      new Draft(
          0,
          0,
          Status.NONE,
          "",
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Papers.NONE);

  Draft {
    revisions = List.copyOf(revisions);
    contributors = List.copyOf(contributors);
    waivers = List.copyOf(waivers);
  }

  /** Number of the current revision; 0 before the first. */
  int revision() {
    return revisions.size();
  }

  /** Of the current text; empty before the first. */
  String digest() {
    return revisions.isEmpty() ? "" : revisions.getLast().digest();
  }

  Optional<Revised> revision(int number) {
    return number >= 1 && number <= revisions.size()
        ? Optional.of(revisions.get(number - 1))
        : Optional.empty();
  }

  /** Those made after this one. */
  List<Revised> since(int number) {
    return revisions.subList(Math.clamp(number, 0, revisions.size()), revisions.size());
  }

  /** The revision that was current when the draft had this version; 0 if there was none. */
  int revisionAt(long itsVersion) {
    return (int) revisions.stream().filter(made -> made.version() <= itsVersion).count();
  }

  /** Whether this person writes on it: one of its office, or a co-drafter. */
  boolean isWrittenBy(String person, String theirOffice) {
    return office.equals(theirOffice) || papers.coDrafters().contains(person);
  }

  Draft created(String itsOffice, MediaNote text, String digest, Instant at, String by) {
    return revised(itsOffice, text, digest, List.of(), at, by, List.of(by));
  }

  /**
   * It has another text.
   *
   * @param proposedBy who of a clearing office wrote what was taken into it
   */
  Draft revised(
      MediaNote text,
      String digest,
      List<String> parts,
      Instant at,
      String by,
      Optional<String> proposedBy) {
    Stream<String> all =
        Stream.of(contributors.stream(), proposedBy.stream(), Stream.of(by)).flatMap(one -> one);
    return revised(office, text, digest, parts, at, by, all.distinct().toList());
  }

  private Draft revised(
      String itsOffice,
      MediaNote text,
      String digest,
      List<String> parts,
      Instant at,
      String by,
      List<String> itsContributors) {
    List<Revised> all = new ArrayList<>(revisions);
    all.add(new Revised(all.size() + 1, version + 1, digest, by, at, parts));
    return new Draft(
        version + 1,
        version + 1,
        Status.OPEN,
        itsOffice,
        Optional.of(text),
        all,
        itsContributors,
        List.of(),
        Optional.empty(),
        papers.in(text));
  }

  Draft submitted(List<String> by, List<Waiver> waived) {
    return new Draft(
        version + 1,
        version + 1,
        Status.SUBMITTED,
        office,
        note,
        revisions,
        by,
        waived,
        Optional.empty(),
        papers);
  }

  Draft now(Status newStatus) {
    return settled(newStatus, Optional.empty());
  }

  Draft abandoned(String by, Instant at, String reason) {
    return settled(Status.ABANDONED, Optional.of(new Abandoned(by, at, reason)));
  }

  private Draft settled(Status newStatus, Optional<Abandoned> why) {
    return new Draft(
        version + 1,
        version + 1,
        newStatus,
        office,
        note,
        revisions,
        contributors,
        waivers,
        why,
        papers);
  }

  /** Other papers lie beside the text. */
  Draft beside(Papers newer) {
    return new Draft(
        version + 1,
        settled,
        status,
        office,
        note,
        revisions,
        contributors,
        waivers,
        abandoned,
        newer);
  }

  /** Other files belong to it. */
  Draft withFiles(Papers newer, List<String> itsContributors) {
    return new Draft(
        version + 1,
        version + 1,
        status,
        office,
        note,
        revisions,
        itsContributors,
        waivers,
        abandoned,
        newer);
  }

  /** The contributors, and this one. */
  List<String> joined(String person) {
    if (contributors.contains(person)) {
      return contributors;
    }
    List<String> all = new ArrayList<>(contributors);
    all.add(person);
    return all;
  }
}
