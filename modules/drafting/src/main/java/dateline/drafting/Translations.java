package dateline.drafting;

import dateline.drafting.DraftingCommand.ConfirmTranslation;
import dateline.drafting.DraftingCommand.LinkTranslation;
import dateline.drafting.DraftingCommand.OutdateTranslation;
import dateline.drafting.DraftingCommand.RegisterTranslation;
import dateline.drafting.DraftingCommand.Translating;
import dateline.drafting.DraftingCommand.UnlinkTranslation;
import dateline.drafting.DraftingEvent.SourceChanged;
import dateline.drafting.DraftingEvent.Translated;
import dateline.drafting.DraftingEvent.TranslationConfirmed;
import dateline.drafting.DraftingEvent.TranslationLinked;
import dateline.drafting.DraftingEvent.TranslationOutdated;
import dateline.drafting.DraftingEvent.TranslationRegistered;
import dateline.drafting.DraftingEvent.TranslationUnlinked;
import dateline.kernel.Decision;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a note has to do with texts in other languages, and the rules of it. A translation knows its
 * source and which revision of it is the newest; a source knows its translations, so that it can
 * tell them when it changes.
 *
 * @param source what this note is a translation of
 * @param registered ids of the notes that are translations of this one
 */
record Translations(Optional<Source> source, List<String> registered) {

  static final Translations NONE = new Translations(Optional.empty(), List.of());

  /** Translations of one note, at most. */
  static final int MOST = 100;

  Translations {
    registered = List.copyOf(registered);
  }

  /**
   * The text that this note translates.
   *
   * @param confirmed the revision that this note says
   * @param newest the newest revision this note was told of
   */
  record Source(String note, String language, int confirmed, int newest) {}

  /** Whether the source says something else by now. */
  boolean isStale() {
    return source.filter(it -> it.confirmed() != it.newest()).isPresent();
  }

  Translations after(Translated event) {
    return switch (event) {
      case TranslationLinked(String note, int revision, String language) ->
          new Translations(Optional.of(new Source(note, language, revision, revision)), registered);
      case TranslationUnlinked _ -> new Translations(Optional.empty(), registered);
      case TranslationOutdated(int revision) ->
          new Translations(
              source.map(it -> new Source(it.note(), it.language(), it.confirmed(), revision)),
              registered);
      case TranslationConfirmed(int revision) ->
          new Translations(
              source.map(it -> new Source(it.note(), it.language(), revision, it.newest())),
              registered);
      case TranslationRegistered(String note) ->
          new Translations(
              source, Stream.concat(registered.stream(), Stream.of(note)).distinct().toList());
      case SourceChanged _ -> this;
    };
  }

  /** What the translations of this note must be told: it has this revision now. */
  List<DraftingEvent> changedTo(int revision) {
    return registered.stream()
        .<DraftingEvent>map(note -> new SourceChanged(note, revision))
        .toList();
  }

  /**
   * @param self this note's id
   */
  Decision<DraftingEvent> decide(Translating command, String self) {
    return switch (command) {
      case LinkTranslation it -> link(it, self);
      case UnlinkTranslation _ ->
          source
              .<Decision<DraftingEvent>>map(
                  it -> Decision.accept(new TranslationUnlinked(it.note())))
              .orElseGet(() -> Decision.nothingToDo("The note is no translation."));
      case ConfirmTranslation(int revision) ->
          source.map(it -> confirm(it, revision)).orElseGet(Translations::isNone);
    };
  }

  private Decision<DraftingEvent> link(LinkTranslation it, String self) {
    if (it.source().equals(self)) {
      return Decision.refuse(
          "TRANSLATION_OF_ITSELF", "A note is not its own translation; name the other note.");
    }
    if (!isLanguage(it.language())) {
      return Decision.refuse(
          "NOT_A_LANGUAGE", "A language is a BCP 47 tag, like fr or pt-BR; say which it is.");
    }
    if (it.sourceRevision() < 1) {
      return Decision.refuse(
          "UNKNOWN_REVISION", "Revisions are counted from 1; say which one was translated.");
    }
    if (source.isPresent()) {
      return source.get().note().equals(it.source())
              && source.get().language().equals(it.language())
          ? Decision.nothingToDo("The note is a translation of that one already.")
          : Decision.refuse(
              "ALREADY_A_TRANSLATION",
              "The note is a translation into %s of another note; take that back first."
                  .formatted(source.get().language()));
    }
    return Decision.accept(new TranslationLinked(it.source(), it.sourceRevision(), it.language()));
  }

  private static Decision<DraftingEvent> confirm(Source source, int revision) {
    if (revision != source.newest()) {
      return Decision.refuse(
          "SOURCE_CHANGED",
          "The newest revision of the source known here is %d, not %d; read that one and confirm it."
              .formatted(source.newest(), revision));
    }
    return revision == source.confirmed()
        ? Decision.nothingToDo("The translation is current already.")
        : Decision.accept(new TranslationConfirmed(revision));
  }

  private static Decision<DraftingEvent> isNone() {
    return Decision.refuse(
        "NOT_A_TRANSLATION", "The note is no translation; say of which note it is one first.");
  }

  /**
   * The source is told of a translation, and tells it at once if it has changed meanwhile. If it is
   * itself a translation of that one, the two links were made in the same moment, each under its
   * own key: then the note that learns it gives its own link up. One of the two always learns it,
   * whatever the order in which they are told, and both may.
   */
  Decision<DraftingEvent> register(RegisterTranslation it, Revision current) {
    List<DraftingEvent> events = new ArrayList<>();
    source
        .map(Source::note)
        .filter(it.translation()::equals)
        .ifPresent(other -> events.add(new TranslationUnlinked(other)));
    boolean known = registered.contains(it.translation());
    boolean room = registered.size() < MOST;
    if (!known && !room && events.isEmpty()) {
      return Decision.refuse(
          "TOO_MANY_TRANSLATIONS",
          "A note has at most %d translations; this one is not told of changes.".formatted(MOST));
    }
    if (!known && room) {
      events.add(new TranslationRegistered(it.translation()));
    }
    if (it.revision() != current.number()) {
      events.add(new SourceChanged(it.translation(), current.number()));
    }
    return events.isEmpty()
        ? Decision.nothingToDo("The translation is known and current.")
        : Decision.accept(events);
  }

  /** The translation is told that its source has changed. */
  Decision<DraftingEvent> outdate(OutdateTranslation it) {
    return source
            .filter(known -> known.note().equals(it.source()))
            .filter(known -> known.newest() != it.sourceRevision())
            .isPresent()
        ? Decision.accept(new TranslationOutdated(it.sourceRevision()))
        : Decision.nothingToDo("That is not news of the source of this note.");
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException _) {
      return false;
    }
  }
}
