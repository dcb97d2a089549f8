/**
 * HTTP as values: routes are data and a handler is a function from {@link
 * dateline.runtime.http.Request} to {@link dateline.runtime.http.Response}, so pages are tested
 * without a socket. Jetty on virtual threads stands behind it and is seen nowhere else.
 */
@NullMarked
package dateline.runtime.http;

import org.jspecify.annotations.NullMarked;
