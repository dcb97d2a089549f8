/**
 * The mails themselves: what a person reads, and what their mail program and its server need to
 * know. Nothing here sends anything.
 */
@NullMarked
package dateline.notification.mail;

import org.jspecify.annotations.NullMarked;
