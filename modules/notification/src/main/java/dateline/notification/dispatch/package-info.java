/**
 * The dispatcher: takes batches of deliveries from the log and hands mails to an SMTP server, with
 * a ledger on the log that knows what was handed over. Runs beside the streams, never inside.
 */
@NullMarked
package dateline.notification.dispatch;

import org.jspecify.annotations.NullMarked;
