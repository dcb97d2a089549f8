/**
 * What one note says otherwise than another, by word. It is of the canonical forms: what a digest
 * does not notice is no difference, and what it notices is one.
 */
@NullMarked
package dateline.note.difference;

import org.jspecify.annotations.NullMarked;
