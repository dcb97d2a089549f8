/**
 * The command line's conversation with a running desk: one class a command, all through the desk's
 * HTTP API.
 */
@NullMarked
package dateline.launcher.cli;

import org.jspecify.annotations.NullMarked;
