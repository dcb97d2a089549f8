/** Drafting on the log: how its messages look on the wire and which foreign events concern it. */
@NullMarked
package dateline.drafting.kafka;

import org.jspecify.annotations.NullMarked;
