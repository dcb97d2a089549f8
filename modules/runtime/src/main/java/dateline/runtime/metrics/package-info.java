/**
 * What a module counts and measures, for Prometheus to read. Each module names its metrics in one
 * class; names, labels and units are an interface and change only with a note in the changelog.
 */
@NullMarked
package dateline.runtime.metrics;

import org.jspecify.annotations.NullMarked;
