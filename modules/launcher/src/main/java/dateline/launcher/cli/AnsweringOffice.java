package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The office that answers, and who answers for it. */
final class AnsweringOffice {

  @Option(
      names = "--office",
      required = true,
      paramLabel = "OFFICE",
      converter = Name.class,
      description = "The office that answers, an id of the directory or its beginning.")
  private String name = "";

  String id(DeskClient desk, Talk talk, JsonNode note) {
    return talk.office(desk, note, name);
  }

  /**
   * Who answers for this office.
   *
   * @throws DeskRefusal if who is named is of another: the desk takes the office from the
   *     directory, and what was meant must be what is done
   */
  static String reviewer(DeskClient desk, Talk talk, JsonNode note, String office) {
    String reviewer = named(desk, talk, note, office);
    refuseIfOfAnother(talk.people(desk), reviewer, office);
    return reviewer;
  }

  /**
   * The same, but who is named may stand in for somebody there; on which days, the desk knows.
   *
   * @throws DeskRefusal if they never do
   */
  static String reviewerOrDeputy(DeskClient desk, Talk talk, JsonNode note, String office) {
    String reviewer = named(desk, talk, note, office);
    if (!talk.people(desk).isDeputyAt(reviewer, office)) {
      refuseIfOfAnother(talk.people(desk), reviewer, office);
    }
    return reviewer;
  }

  private static String named(DeskClient desk, Talk talk, JsonNode note, String office) {
    return talk.speaker(desk, "REVIEWER", Optional.of(office), note.path("contributors"));
  }

  private static void refuseIfOfAnother(People people, String reviewer, String office) {
    people
        .officeOf(reviewer)
        .filter(theirs -> !theirs.equals(office))
        .ifPresent(theirs -> {
          throw DeskRefusal.of(
              "NOT_THEIR_OFFICE",
              "%s answers for %s, not for %s; name somebody of %s with --as, or leave --as out."
                  .formatted(reviewer, theirs, office, office));
        });
  }
}
