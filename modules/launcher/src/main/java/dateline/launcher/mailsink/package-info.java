/**
 * The embedded mail sink: an SMTP server that delivers nothing and a web inbox that shows what
 * would have been delivered. For trying Dateline out and for tests.
 */
@NullMarked
package dateline.launcher.mailsink;

import org.jspecify.annotations.NullMarked;
