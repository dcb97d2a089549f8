/**
 * Looks a deployment over, as its modules would meet it, and says what is wrong and how to mend it.
 */
@NullMarked
package dateline.launcher.doctor;

import org.jspecify.annotations.NullMarked;
