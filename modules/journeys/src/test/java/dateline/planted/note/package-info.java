/** Violations planted for {@code ArchitectureTest}. Nothing uses them. */
@NullMarked
package dateline.planted.note;

import org.jspecify.annotations.NullMarked;
