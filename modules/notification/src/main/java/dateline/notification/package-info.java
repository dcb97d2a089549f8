/**
 * The notification engine: who wants which notes, who gets which, and the mails that go out. Its
 * rules are pure; {@code kafka} puts them on the log.
 */
@NullMarked
package dateline.notification;

import org.jspecify.annotations.NullMarked;
