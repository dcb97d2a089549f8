/**
 * What tests share: deciders under given, when and then, brokers in the test's JVM, and the
 * guarantees as checkers.
 */
@NullMarked
package dateline.testkit;

import org.jspecify.annotations.NullMarked;
