package dateline.notification.mail;

import java.time.Instant;

/**
 * A released note, ready for mails: rendered once, mailed to many.
 *
 * @param headline plain text, the mail's subject
 * @param at when it became public
 * @param text for people who read plain text
 * @param html the note as an HTML fragment, safe
 * @param language BCP 47 tag of its main language
 */
public record ReleasedNote(
    String noteId, String headline, Instant at, String text, String html, String language) {}
