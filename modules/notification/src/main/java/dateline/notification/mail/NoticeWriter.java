package dateline.notification.mail;

import dateline.notification.notices.Matter;
import dateline.notification.notices.Notice;
import dateline.notification.notices.Staff;
import dateline.runtime.DeskLinks;
import dateline.runtime.NewsroomLinks;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes letters to the people of the house, and to who is outside and invited to clear a text.
 *
 * @param house the press office's name
 * @param replies {@code DATELINE_DESK_MAIL}, where an answer by mail is read; empty if nowhere
 */
public record NoticeWriter(
    String house, DeskLinks desk, NewsroomLinks newsroom, Optional<InternetAddress> replies) {

  private static final Piece REPLY = new Piece.Line("Reply with CLEARED, or NOT CLEARED and why.");

  /**
   * One letter to one person.
   *
   * @param told all it tells, at least one notice
   * @param now when it is written
   */
  public Letter write(List<Told> told, Staff staff, Instant now) {
    List<Told> ordered =
        told.stream()
            .sorted(
                Comparator.<Told>comparingInt(NoticeWriter::rank)
                    .thenComparing(NoticeWriter::due)
                    .thenComparing(one -> one.notice().at()))
            .toList();
    List<NoticeWords> words =
        ordered.stream().map(one -> new NoticeWords(one, staff, desk, newsroom, now)).toList();
    List<String> tokens = words.stream().flatMap(one -> one.token().stream()).toList();
    Optional<String> token =
        replies.isPresent() && tokens.size() == 1
            ? Optional.of(tokens.getFirst())
            : Optional.empty();
    List<Piece> pieces = pieces(words, token.isPresent() ? List.of(REPLY) : List.of());
    return new Letter(
        subject(words, tokens.size()),
        PlainPieces.of(pieces),
        HtmlPieces.of(pieces),
        token,
        replies);
  }

  /**
   * One letter to somebody outside the house.
   *
   * @param notices invitations and codes, at least one
   */
  public Letter invitation(List<Notice> notices, Staff staff) {
    List<InvitationWords> words =
        notices.stream().map(one -> new InvitationWords(one, house, staff.zone(), desk)).toList();
    List<Piece> pieces = new ArrayList<>();
    for (InvitationWords one : words) {
      if (!pieces.isEmpty()) {
        pieces.add(new Piece.Rule());
      }
      pieces.addAll(one.pieces());
    }
    return new Letter(
        words.getLast().title(),
        PlainPieces.of(pieces),
        HtmlPieces.of(pieces),
        Optional.empty(),
        Optional.empty());
  }

  private static String subject(List<NoticeWords> words, int questions) {
    String first = words.getFirst().title();
    if (words.size() == 1) {
      return first;
    }
    return questions > 1
        ? "%d texts wait for you. First: %s".formatted(questions, first)
        : "%s (and %d more)".formatted(first, words.size() - 1);
  }

  private static List<Piece> pieces(List<NoticeWords> words, List<Piece> offer) {
    if (words.size() == 1) {
      return words.getFirst().pieces(offer);
    }
    List<Piece> pieces = new ArrayList<>();
    for (NoticeWords one : words) {
      if (!pieces.isEmpty()) {
        pieces.add(new Piece.Rule());
      }
      pieces.add(new Piece.Title(one.title()));
      pieces.addAll(one.pieces(one.token().isPresent() ? offer : List.of()));
    }
    return pieces;
  }

  /** What only this person can do comes first, what is only to be known last. */
  private static int rank(Told told) {
    return switch (told.notice().matter()) {
      case Matter.Question _ -> 0;
      case Matter.ApprovalAwaited _ -> 1;
      case Matter.Objection _, Matter.Proposal _ -> 2;
      case Matter.Overdue _, Matter.Silence _, Matter.NobodyThere _ -> 3;
      case Matter.Cleared _ -> 4;
      case Matter.Kept _, Matter.Informed _, Matter.Released _ -> 5;
      case Matter.Invitation _, Matter.Code _ -> throw InvitationWords.notToTheHouse();
    };
  }

  private static Instant due(Told told) {
    return told.notice().matter() instanceof Matter.Question question
        ? question.due().orElse(Instant.MAX)
        : Instant.MAX;
  }
}
