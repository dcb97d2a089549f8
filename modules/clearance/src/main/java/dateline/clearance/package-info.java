/**
 * The clearance engine: every office that must clears one exact text, then the final approver. Its
 * rules are pure; {@code kafka} puts them on the log.
 */
@NullMarked
package dateline.clearance;

import org.jspecify.annotations.NullMarked;
