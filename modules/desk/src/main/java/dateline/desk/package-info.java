/** The staff's face: the HTTP API for press officers, reviewers and duty officers. */
@NullMarked
package dateline.desk;

import org.jspecify.annotations.NullMarked;
