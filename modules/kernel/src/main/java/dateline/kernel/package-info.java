/**
 * What every engine is made of: a decider, its decisions, the envelope its messages travel in and
 * the policies that join engines. Pure Java on the JDK alone: no Kafka, no clock, no random, no
 * I/O.
 */
@NullMarked
package dateline.kernel;

import org.jspecify.annotations.NullMarked;
