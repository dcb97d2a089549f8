/**
 * Reads what press officers hand in, in the formats and encodings they use. Gives each format's
 * layout to the one set of rules in {@code dateline.note}; refuses what no note can be read from.
 */
@NullMarked
package dateline.intake;

import org.jspecify.annotations.NullMarked;
