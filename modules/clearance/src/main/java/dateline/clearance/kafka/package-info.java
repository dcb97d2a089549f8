/**
 * Clearance on the log: its codecs, its view of drafting's events and of the directory, and the
 * policies that join it to drafting.
 */
@NullMarked
package dateline.clearance.kafka;

import org.jspecify.annotations.NullMarked;
