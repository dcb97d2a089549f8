/**
 * The one host for deciders on Kafka Streams, and what every module's edge shares: the Confluent
 * wire format, settings, health, the index over the log and the HTTP adapter.
 */
@NullMarked
package dateline.runtime;

import org.jspecify.annotations.NullMarked;
