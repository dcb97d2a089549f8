/**
 * What an officer begins a note with: a text for each kind, with placeholders for all it must say.
 */
@NullMarked
package dateline.note.templates;

import org.jspecify.annotations.NullMarked;
