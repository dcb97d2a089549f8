/** Violations planted for {@code ArchitectureTest}. Nothing uses them. */
@NullMarked
package dateline.planted.newsroom;

import org.jspecify.annotations.NullMarked;
