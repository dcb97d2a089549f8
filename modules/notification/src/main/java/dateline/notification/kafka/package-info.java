/**
 * Notification on the log: its codecs, what it publishes, and the planner that turns a release into
 * batches of deliveries where the subscribers live.
 */
@NullMarked
package dateline.notification.kafka;

import org.jspecify.annotations.NullMarked;
