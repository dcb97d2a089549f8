package dateline.launcher;

import static java.util.stream.Collectors.toCollection;

import dateline.drafting.DraftingCommand;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingEvent;
import dateline.drafting.Waiver;
import dateline.drafting.kafka.DraftingApp;
import dateline.intake.Hint;
import dateline.intake.Manuscript;
import dateline.intake.Manuscripts;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Finding;
import dateline.note.MediaNote;
import dateline.note.Reading;
import dateline.note.checks.Checks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Asks drafting's own rules whether a text can be submitted once all that blocks it is waived,
 * before anything is started for it.
 */
final class DemoText {

  private static final Actor OFFICER =
      new Actor(new PersonId("demo"), new OfficeId("press"), Role.PRESS_OFFICER);

  private DemoText() {}

  /**
   * @throws StartException if the text would be refused, with the rule's own reason
   */
  static void refuseIfNeverSubmitted(Path file, byte[] text) {
    MediaNote note =
        switch (Manuscripts.read(text, Hint.fileName(file.toString()))) {
          case Manuscript.Read(Reading reading, _, _) -> reading.note();
          case Manuscript.Refused(_, String reason) ->
              throw new StartException(
                  "The file %s is no note that a press office takes. %s".formatted(file, reason));
        };
    List<Waiver> waivers =
        Checks.blocking(note).stream()
            .map(Finding::code)
            .collect(toCollection(TreeSet::new))
            .stream()
            .map(code -> new Waiver(code, "For this demonstration."))
            .toList();
    decide(
        DraftingApp.engine().decider(),
        file,
        List.of(new CreateDraft(note, Optional.empty()), new SubmitNote(1, waivers)));
  }

  private static <S> void decide(
      Decider<DraftingCommand, S, DraftingEvent> rules, Path file, List<DraftingCommand> commands) {
    List<Envelope<DraftingEvent>> history = new ArrayList<>();
    for (DraftingCommand command : commands) {
      Envelope<DraftingCommand> asked =
          Envelope.of(
              MessageId.of("demo/" + history.size()), "demo", Instant.EPOCH, OFFICER, command);
      switch (rules.decide(asked, rules.replay(history))) {
        case Decision.Accepted<DraftingEvent>(List<DraftingEvent> events) -> {
          for (int n = 0; n < events.size(); n++) {
            history.add(asked.event(n, events.get(n)));
          }
        }
        case Decision.NothingToDo<DraftingEvent> _ -> {}
        case Decision.Refused<DraftingEvent> refused ->
            throw new StartException(
                "The file %s is no note that a press office takes. %s"
                    .formatted(file, refused.reason()));
      }
    }
  }
}
