package dateline.desk;

import dateline.note.CanonicalForm;
import dateline.note.MediaNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What lies beside a text.
 *
 * @param coDrafters ids of people of other offices who may write on it
 * @param comments in the order in which they were made
 * @param agreed paragraphs that nobody may change, in the text's order
 * @param attachments in the order in which they came
 * @param source the text that this one translates
 * @param translations ids of the notes that translate this one
 * @param number its release number; empty until it is public
 */
record Papers(
    List<String> coDrafters,
    List<Comment> comments,
    List<Agreed> agreed,
    List<Attached> attachments,
    Optional<Source> source,
    List<String> translations,
    Optional<ReleaseNumber> number) {

  static final Papers NONE =
      new Papers(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  Papers {
    coDrafters = List.copyOf(coDrafters);
    comments = List.copyOf(comments);
    agreed = List.copyOf(agreed);
    attachments = List.copyOf(attachments);
    translations = List.copyOf(translations);
  }

  /** Who said or did something, and when. */
  record By(String person, Instant at) {}

  /** An answer to a comment. */
  record Reply(By by, String text) {}

  /**
   * Something said about a passage.
   *
   * @param revision the text that was read, from 1
   * @param block position in its body, from 1; 0 for the headline
   * @param words as quoted; empty for the whole block
   * @param resolved who dealt with it; empty while nobody did
   */
  record Comment(
      String id,
      int revision,
      int block,
      String words,
      String text,
      By by,
      List<Reply> replies,
      Optional<By> resolved) {
    public Comment {
      replies = List.copyOf(replies);
    }
  }

  /**
   * A paragraph that was agreed with somebody.
   *
   * @param block where it stands in the current text, from 1
   * @param office that locked it
   * @param line as the canonical form writes it
   */
  record Agreed(String lock, int block, String office, String agreedWith, By by, String line) {
    private Agreed movedTo(int position) {
      return new Agreed(lock, position, office, agreedWith, by, line);
    }
  }

  /** A file of the note. */
  record Attached(
      String sha256, String mediaType, long size, String name, String description, By by) {}

  /**
   * What this note translates.
   *
   * @param language of this note
   * @param confirmed the revision that this note says
   * @param newest the newest revision this note was told of
   */
  record Source(String note, String language, int confirmed, int newest) {
    boolean isStale() {
      return confirmed != newest;
    }
  }

  /**
   * A number of an office and a year.
   *
   * @param number from 1
   */
  record ReleaseNumber(String office, int year, int number) {}

  boolean isStale() {
    return source.filter(Source::isStale).isPresent();
  }

  Papers withCoDrafter(String person) {
    return with(with(coDrafters, person), comments, agreed, attachments);
  }

  Papers withoutCoDrafter(String person) {
    return with(
        coDrafters.stream().filter(one -> !one.equals(person)).toList(),
        comments,
        agreed,
        attachments);
  }

  Papers with(Comment comment) {
    return with(coDrafters, with(comments, comment), agreed, attachments);
  }

  Papers replied(String comment, Reply reply) {
    return changed(
        comment,
        it ->
            new Comment(
                it.id(),
                it.revision(),
                it.block(),
                it.words(),
                it.text(),
                it.by(),
                with(it.replies(), reply),
                it.resolved()));
  }

  Papers resolved(String comment, By by) {
    return changed(
        comment,
        it ->
            new Comment(
                it.id(),
                it.revision(),
                it.block(),
                it.words(),
                it.text(),
                it.by(),
                it.replies(),
                Optional.of(by)));
  }

  private Papers changed(String comment, UnaryOperator<Comment> change) {
    return with(
        coDrafters,
        comments.stream().map(it -> it.id().equals(comment) ? change.apply(it) : it).toList(),
        agreed,
        attachments);
  }

  Papers locked(List<Agreed> more) {
    return with(
        coDrafters,
        comments,
        Stream.concat(agreed.stream(), more.stream())
            .sorted(Comparator.comparingInt(Agreed::block))
            .toList(),
        attachments);
  }

  Papers unlocked(String lock) {
    return with(
        coDrafters,
        comments,
        agreed.stream().filter(it -> !it.lock().equals(lock)).toList(),
        attachments);
  }

  /** The same beside this text: its agreed paragraphs where they stand there, in their order. */
  Papers in(MediaNote text) {
    if (agreed.isEmpty()) {
      return this;
    }
    List<String> lines = text.body().stream().map(CanonicalForm::lineOf).toList();
    List<Agreed> moved = new ArrayList<>();
    int next = 0;
    for (Agreed it : agreed) {
      int at = next;
      while (at < lines.size() && !lines.get(at).equals(it.line())) {
        at++;
      }
      if (at < lines.size()) {
        moved.add(it.movedTo(at + 1));
        next = at + 1;
      }
    }
    return with(coDrafters, comments, moved, attachments);
  }

  Papers with(Attached file) {
    boolean again = attachments.stream().anyMatch(it -> it.sha256().equals(file.sha256()));
    return with(
        coDrafters,
        comments,
        agreed,
        again
            ? attachments.stream().map(it -> it.sha256().equals(file.sha256()) ? file : it).toList()
            : with(attachments, file));
  }

  Papers withoutFile(String sha256) {
    return with(
        coDrafters,
        comments,
        agreed,
        attachments.stream().filter(it -> !it.sha256().equals(sha256)).toList());
  }

  Papers translating(Optional<Source> newSource) {
    return new Papers(coDrafters, comments, agreed, attachments, newSource, translations, number);
  }

  Papers outdated(int newest) {
    return translating(
        source.map(it -> new Source(it.note(), it.language(), it.confirmed(), newest)));
  }

  Papers confirmed(int revision) {
    return translating(
        source.map(it -> new Source(it.note(), it.language(), revision, it.newest())));
  }

  Papers translatedBy(String note) {
    return new Papers(
        coDrafters,
        comments,
        agreed,
        attachments,
        source,
        translations.contains(note) ? translations : with(translations, note),
        number);
  }

  Papers numbered(ReleaseNumber itsNumber) {
    return new Papers(
        coDrafters, comments, agreed, attachments, source, translations, Optional.of(itsNumber));
  }

  private Papers with(
      List<String> people, List<Comment> said, List<Agreed> locked, List<Attached> files) {
    return new Papers(people, said, locked, files, source, translations, number);
  }

  private static <T> List<T> with(List<T> all, T one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }
}
