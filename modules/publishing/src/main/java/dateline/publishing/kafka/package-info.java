/** Publishing on the log: how its messages look on the wire and which foreign events concern it. */
@NullMarked
package dateline.publishing.kafka;

import org.jspecify.annotations.NullMarked;
