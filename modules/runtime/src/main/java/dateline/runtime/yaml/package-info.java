/** Files that people write in YAML: every fault is named by its line, all at once. */
@NullMarked
package dateline.runtime.yaml;

import org.jspecify.annotations.NullMarked;
