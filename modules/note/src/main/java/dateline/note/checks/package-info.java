/**
 * What is looked at before a note goes to clearance: each check a class of its own, each finding
 * with its place and how to mend it. Pure like the note itself.
 */
@NullMarked
package dateline.note.checks;

import org.jspecify.annotations.NullMarked;
