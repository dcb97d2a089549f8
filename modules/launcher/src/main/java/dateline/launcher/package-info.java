/**
 * The command line, and everything in one process: embedded Kafka, schema registry and mail sink
 * beside all modules.
 */
@NullMarked
package dateline.launcher;

import org.jspecify.annotations.NullMarked;
