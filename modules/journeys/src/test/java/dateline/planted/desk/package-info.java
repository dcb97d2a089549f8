/** Violations planted for {@code ArchitectureTest}. Nothing uses them. */
@NullMarked
package dateline.planted.desk;

import org.jspecify.annotations.NullMarked;
