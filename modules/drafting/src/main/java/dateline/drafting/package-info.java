/**
 * The drafting engine: a note is begun, revised, submitted and taken back. Its rules are pure;
 * {@code kafka} puts them on the log.
 */
@NullMarked
package dateline.drafting;

import org.jspecify.annotations.NullMarked;
