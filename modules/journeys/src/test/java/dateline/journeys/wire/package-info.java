/**
 * The wire proven by others: one contract that every registry passes, and Confluent's own client
 * that reads what we write and writes what we read.
 */
@NullMarked
package dateline.journeys.wire;

import org.jspecify.annotations.NullMarked;
