/**
 * A Lucene index fed by the log. Each commit names the offsets it covers, so a restart goes on
 * exactly where the index ends and deleting the folder is a rebuild.
 */
@NullMarked
package dateline.runtime.index;

import org.jspecify.annotations.NullMarked;
