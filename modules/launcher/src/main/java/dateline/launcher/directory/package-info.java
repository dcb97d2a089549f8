/**
 * The directory as a file people keep: read with every fault named by its place, and written to the
 * log as one change.
 */
@NullMarked
package dateline.launcher.directory;

import org.jspecify.annotations.NullMarked;
