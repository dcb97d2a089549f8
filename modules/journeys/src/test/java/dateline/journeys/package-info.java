/** Dateline as its users meet it: real brokers, real processes, a note from file to inbox. */
@NullMarked
package dateline.journeys;

import org.jspecify.annotations.NullMarked;
