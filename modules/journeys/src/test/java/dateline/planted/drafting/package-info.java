/** Violations planted for {@code ArchitectureTest}. Nothing uses them. */
@NullMarked
package dateline.planted.drafting;

import org.jspecify.annotations.NullMarked;
