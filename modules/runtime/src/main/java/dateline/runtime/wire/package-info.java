/**
 * The Confluent wire format: a zero byte, four bytes of schema id, Avro binary; schemas live in a
 * registry that speaks Confluent's REST API. Everything Dateline puts on the log or takes from it
 * passes through {@link dateline.runtime.wire.Wire}.
 */
@NullMarked
package dateline.runtime.wire;

import org.jspecify.annotations.NullMarked;
