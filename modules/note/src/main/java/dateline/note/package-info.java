/**
 * The media note as a value: its parts, its canonical form and digest, the plain-text reader and
 * the renderings. No Kafka, no clock, no I/O.
 */
@NullMarked
package dateline.note;

import org.jspecify.annotations.NullMarked;
