package dateline.desk.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who cleared exactly which text, and when. People and offices are ids of the directory; instants
 * are UTC.
 *
 * @param format of this document, {@link #FORMAT}
 * @param note id
 * @param revision drafting's, from 1
 * @param digest SHA-256 of the canonical form's UTF-8 bytes, 64 hex characters
 * @param canonicalForm the text that was cleared, {@code docs/notes.md}
 * @param contributors everyone who wrote any of this text or of one that was asked for before
 * @param submission how the text was handed in; empty if it is not on the log
 * @param actionOffice which owned the list; empty if there was none
 * @param directoryVersion of the rules that made the list
 * @param list as it stood at the approval
 * @param decisions made beside the answers, oldest first, about this text and former ones
 * @param approval the last step
 * @param emergency set if the text passed before all offices had cleared it
 * @param ended set if the approval holds no longer
 * @param chain every event that led here, oldest first, and what came after an emergency
 */
public record Certificate(
    int format,
    String note,
    int revision,
    String headline,
    String digest,
    String canonicalForm,
    List<String> contributors,
    Optional<Submission> submission,
    String actionOffice,
    long directoryVersion,
    List<Line> list,
    List<Decision> decisions,
    Approval approval,
    Optional<Emergency> emergency,
    Optional<Ended> ended,
    List<Link> chain) {

  /** The only format there is so far. */
  public static final int FORMAT = 1;

  static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(
              new SimpleModule("instants")
                  .addSerializer(Instant.class, ToStringSerializer.instance))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  public Certificate {
    contributors = List.copyOf(contributors);
    list = List.copyOf(list);
    decisions = List.copyOf(decisions);
    chain = List.copyOf(chain);
  }

  /**
   * How a text was handed in.
   *
   * @param waivers findings that block, in spite of which it was
   * @param agreed paragraphs that were agreed with somebody, and with whom
   */
  public record Submission(
      String person,
      String office,
      Instant at,
      boolean urgent,
      List<Waiver> waivers,
      List<Agreed> agreed,
      List<Attachment> attachments) {}

  /** That the action office let a finding pass, and why. */
  public record Waiver(String code, String reason) {}

  /** Whose agreement a paragraph has. */
  public record Agreed(String with, String paragraph) {}

  /** A file that belongs to the note. */
  public record Attachment(String sha256, String name) {}

  /**
   * An office on the list.
   *
   * @param power CLEAR, CONSULT or INFORM
   * @param because which rule, or whose reason, put it there
   * @param stage from 1
   * @param passages how many passages of the text concern it; empty for the whole text
   * @param invitation its newest, if it is a party outside the house
   * @param answer the one that counts
   * @param kept why its answer to a former text stands for this one
   * @param passedOver who went on without it
   */
  public record Line(
      String office,
      String power,
      boolean mandatory,
      int stage,
      String because,
      Optional<Integer> passages,
      Optional<Instant> askedAt,
      Optional<Instant> due,
      Optional<Instant> remindedAt,
      Optional<Instant> silentSince,
      Optional<Invitation> invitation,
      Optional<Answer> answer,
      Optional<Decision> kept,
      Optional<Decision> passedOver) {}

  /**
   * That a party outside the house was asked to clear one text, by a link.
   *
   * @param id of the invitation
   * @param person subscriber id of who was invited
   * @param name who they are, for people
   * @param digest of the text
   * @param by who invited them
   * @param until when the link ended
   * @param uses every one that is on the record before an answer, oldest first
   * @param revoked set if somebody ended it
   */
  public record Invitation(
      String id,
      String person,
      String name,
      String digest,
      String by,
      Instant at,
      Instant until,
      List<Use> uses,
      Optional<Decision> revoked) {
    public Invitation {
      uses = List.copyOf(uses);
    }
  }

  /**
   * A use of a link.
   *
   * @param what CODE_ASKED, WRONG_CODE or OPENED
   * @param code which of the mailed codes, from 1
   */
  public record Use(String what, int code, Instant at) {}

  /**
   * What an office said.
   *
   * @param answer CLEARED, CLEARED_WITH_EDITS, NOT_CLEARED or SEEN
   * @param digest of the text that was read
   * @param channel DESK, LINK, EMAIL or PHONE
   * @param deputyFor whom of the office they stood in for
   * @param recordedBy who wrote down what was said by phone
   */
  public record Answer(
      String answer,
      String person,
      Instant at,
      String digest,
      String reason,
      String channel,
      Optional<String> deputyFor,
      Optional<String> recordedBy) {}

  /**
   * A person's decision.
   *
   * @param what the event's name
   * @param office which it is about; empty if none
   * @param role in which they spoke
   */
  public record Decision(
      String what, String office, String person, String role, Instant at, String reason) {}

  /**
   * The final approval.
   *
   * @param event id of the event that cleared the text
   * @param needed how many people had to approve
   * @param given by whom, the last one last
   */
  public record Approval(String event, Instant at, int needed, List<Decision> given) {}

  /**
   * That the text passed before all offices had cleared it.
   *
   * @param office which owed the clearance
   * @param due by when
   * @param cleared set once it was cleared after the fact, by another person
   */
  public record Emergency(
      String authority,
      String office,
      String reason,
      Instant due,
      Optional<Instant> overdueSince,
      Optional<Decision> cleared) {}

  /** Since when, and by what, the approval holds no longer. */
  public record Ended(String event, String what, Instant at, String reason) {}

  /**
   * One event of the log.
   *
   * @param topic without prefix and version: {@code "clearance.events"}
   */
  public record Link(
      String id,
      String causedBy,
      String topic,
      String what,
      Instant at,
      String person,
      String office,
      String role) {}

  /** The document. */
  public ObjectNode json() {
    return JSON.valueToTree(this);
  }

  /** The document as text, indented. */
  public String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and instants can be written", e);
    }
  }
}
