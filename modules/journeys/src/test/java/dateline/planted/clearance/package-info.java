/** Violations planted for {@code ArchitectureTest}. Nothing uses them. */
@NullMarked
package dateline.planted.clearance;

import org.jspecify.annotations.NullMarked;
