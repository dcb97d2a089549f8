/** Violations planted for {@code ArchitectureTest}. Nothing uses them. */
@NullMarked
package dateline.planted.kernel;

import org.jspecify.annotations.NullMarked;
