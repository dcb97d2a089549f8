/**
 * The publishing engine: a cleared text is released, once, at once or at an instant; a joint
 * statement gains endorsers. Its rules are pure; {@code kafka} puts them on the log.
 */
@NullMarked
package dateline.publishing;

import org.jspecify.annotations.NullMarked;
