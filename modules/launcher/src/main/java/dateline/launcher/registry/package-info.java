/**
 * A schema registry that speaks Confluent's REST API and keeps schemas in the compacted topic
 * {@code _schemas} in Confluent's own form. Rules ({@link
 * dateline.launcher.registry.RegistryRules}) are pure, the log ({@link
 * dateline.launcher.registry.SchemaStore}) is the record, HTTP is a thin skin.
 */
@NullMarked
package dateline.launcher.registry;

import org.jspecify.annotations.NullMarked;
