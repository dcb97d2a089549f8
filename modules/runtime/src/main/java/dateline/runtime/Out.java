package dateline.runtime;

import dateline.contracts.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One encoded record on its way to a topic.
 *
 * @param value in Confluent's wire format; null is a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once and never compared.
public record Out(Topic topic, String key, byte @Nullable [] value) {}
