package dateline.drafting;

import dateline.drafting.DraftingCommand.AbandonDraft;
import dateline.drafting.DraftingCommand.AddCoDrafter;
import dateline.drafting.DraftingCommand.AllocateNumber;
import dateline.drafting.DraftingCommand.AttachFile;
import dateline.drafting.DraftingCommand.Attaching;
import dateline.drafting.DraftingCommand.CloseDraft;
import dateline.drafting.DraftingCommand.Commenting;
import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.CreateDraft;
import dateline.drafting.DraftingCommand.Following;
import dateline.drafting.DraftingCommand.Handling;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.LockParagraphs;
import dateline.drafting.DraftingCommand.MakeComment;
import dateline.drafting.DraftingCommand.NumberNote;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RecallNote;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.RemoveAttachment;
import dateline.drafting.DraftingCommand.RemoveCoDrafter;
import dateline.drafting.DraftingCommand.ReopenDraft;
import dateline.drafting.DraftingCommand.ReplyToComment;
import dateline.drafting.DraftingCommand.ResolveComment;
import dateline.drafting.DraftingCommand.RestoreDraft;
import dateline.drafting.DraftingCommand.RestoreRevision;
import dateline.drafting.DraftingCommand.ReviseDraft;
import dateline.drafting.DraftingCommand.RevisePart;
import dateline.drafting.DraftingCommand.Revising;
import dateline.drafting.DraftingCommand.SubmitNote;
import dateline.drafting.DraftingCommand.TakeEdits;
import dateline.drafting.DraftingCommand.Translating;
import dateline.drafting.DraftingCommand.UnlinkTranslation;
import dateline.drafting.DraftingCommand.UnlockParagraphs;
import dateline.drafting.DraftingEvent.CommentMade;
import dateline.drafting.DraftingEvent.ParagraphsLocked;
import dateline.kernel.Actor;
import dateline.kernel.Decider;
import dateline.kernel.Decision;
import dateline.kernel.Envelope;
import dateline.kernel.MessageId;
import dateline.kernel.OfficeId;
import dateline.kernel.PersonId;
import dateline.kernel.Role;
import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.note.Part;
import dateline.note.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random life of one draft: few texts, people and revisions, so that everything meets. */
final class DraftingWalk {

  private static final List<MediaNote> TEXTS =
      List.of(
          Drafts.saying("One two.", "Three."),
          Drafts.saying("One\u00a0 two.", "Three."),
          Drafts.saying("One two.", "Five."),
          Drafts.saying("Five.", "Three."),
          Drafts.saying("Blocked."));
  private static final List<PersonId> PEOPLE =
      List.of(new PersonId("ann"), new PersonId("ben"), new PersonId("cem"));
  private static final PersonId OF_ANOTHER_OFFICE = new PersonId("cem");
  private static final Attachment FILE =
      new Attachment("0".repeat(64), "image/png", 1, "a.png", "A.");
  private static final NumberSeries SERIES = new NumberSeries(new OfficeId("press"), 2026);

  private final Random random;
  private final List<Envelope<DraftingEvent>> history = new ArrayList<>();

  DraftingWalk(Random random) {
    this.random = random;
  }

  /**
   * Sends this many commands to these rules, replaying the whole history before each.
   *
   * @throws IllegalStateException if the rules made a history that they cannot replay
   */
  <S> void run(Decider<DraftingCommand, S, DraftingEvent> rules, int commands) {
    Instant now = Instant.parse("2026-03-02T12:00:00Z");
    for (int i = 0; i < commands; i++) {
      now = now.plusSeconds(1);
      DraftingCommand command = command();
      Envelope<DraftingCommand> asked =
          Envelope.of(MessageId.of("walk/" + i), "note", now, actor(command), command);
      if (rules.decide(asked, rules.replay(history))
          instanceof Decision.Accepted<DraftingEvent>(List<DraftingEvent> events)) {
        for (int n = 0; n < events.size(); n++) {
          history.add(asked.event(n, events.get(n)));
        }
      }
    }
    rules.replay(history);
  }

  List<Envelope<DraftingEvent>> history() {
    return history;
  }

  private DraftingCommand command() {
    return switch (random.nextInt(56)) {
      case 0, 1, 2 -> Drafts.begin(one(TEXTS));
      case 3, 4, 5, 6, 7, 8, 9, 10, 11 -> new ReviseDraft(revision(), one(TEXTS));
      case 12, 13, 14, 15, 16, 17 -> new SubmitNote(revision(), waivers(), random.nextBoolean());
      case 18, 19 -> new RecallNote("");
      case 20, 21, 22 -> new ReopenDraft(digest(), "No.");
      case 23 -> new CloseDraft(digest());
      case 24, 25 -> new RevisePart(revision(), Part.BODY, random.nextInt(3), one(TEXTS));
      case 26 -> new RestoreRevision(revision(), revision());
      case 27 -> new AbandonDraft("No.");
      case 28 -> new RestoreDraft();
      case 29 -> new AddCoDrafter(OF_ANOTHER_OFFICE);
      case 30 -> new RemoveCoDrafter(OF_ANOTHER_OFFICE);
      case 31 -> new MakeComment(revision(), new Passage(1, "two"), "Why?");
      case 32 -> new ReplyToComment(comment(), "So.");
      case 33 -> new ResolveComment(comment());
      case 34 -> new LockParagraphs(revision(), List.of(1 + random.nextInt(2)), "Norland");
      case 35 -> new UnlockParagraphs(lock(), "So.");
      case 36, 44, 45 -> new LinkTranslation("source", 1, "fr");
      case 37 -> new UnlinkTranslation();
      case 38, 46, 47, 48 -> new ConfirmTranslation(1 + random.nextInt(2));
      case 39, 49, 50 -> new OutdateTranslation("source", 1 + random.nextInt(2));
      case 40 -> new RegisterTranslation("french", revision());
      case 41 -> new AttachFile(FILE);
      case 42 -> new RemoveAttachment(FILE.sha256());
      case 52, 53, 54, 55 -> new TakeEdits(revision(), one(TEXTS), new PersonId("ruth"));
      default -> random.nextBoolean() ? number() : new AllocateNumber(SERIES, "note");
    };
  }

  private NumberNote number() {
    return new NumberNote(SERIES, revision());
  }

  private int revision() {
    return 1 + random.nextInt(6);
  }

  /** A comment that was made, or none. */
  private String comment() {
    return last(CommentMade.class).map(CommentMade::comment).orElse("none");
  }

  private String lock() {
    return last(ParagraphsLocked.class).map(ParagraphsLocked::lock).orElse("none");
  }

  private <T> Optional<T> last(Class<T> type) {
    return history.reversed().stream()
        .map(Envelope::payload)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private List<Waiver> waivers() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> List.of();
      case 2 -> List.of(new Waiver("BLOCKED", random.nextBoolean() ? "It must go out." : ""));
      default -> List.of(new Waiver("STALE_TRANSLATION", "It must go out."));
    };
  }

  private Actor actor(DraftingCommand command) {
    boolean asMeant = random.nextInt(10) != 0;
    return switch (command) {
      case Following _ -> asMeant ? Actor.system("policy") : person(Role.PRESS_OFFICER);
      case CreateDraft _,
          Revising _,
          Handling _,
          Commenting _,
          LockParagraphs _,
          UnlockParagraphs _,
          Translating _,
          Attaching _ ->
          person(asMeant ? Role.PRESS_OFFICER : one(List.of(Role.values())));
    };
  }

  private Actor person(Role role) {
    PersonId person = one(PEOPLE);
    return new Actor(
        person, new OfficeId(person.equals(OF_ANOTHER_OFFICE) ? "legal" : "press"), role);
  }

  private Digest digest() {
    return Digest.of(one(TEXTS));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
