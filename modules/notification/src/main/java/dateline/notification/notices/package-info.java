/**
 * Who in the house is told what about a note, and what of it need not be told any more. Pure: the
 * directory, the note's past and the instant are given.
 */
@NullMarked
package dateline.notification.notices;

import org.jspecify.annotations.NullMarked;
