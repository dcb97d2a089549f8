package dateline.notification.mail;

import dateline.note.MediaNote;
import dateline.notification.notices.Notice;
import java.util.Optional;

/**
 * A notice with the texts it is about.
 *
 * @param former the text that the person read before, or was asked about; the difference from it is
 *     shown
 */
public record Told(Notice notice, MediaNote text, Optional<MediaNote> former) {}
