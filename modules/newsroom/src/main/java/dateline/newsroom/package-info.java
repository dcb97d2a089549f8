/**
 * The public's face: pages and feeds of what was released. It reads the releases topic and nothing
 * else.
 */
@NullMarked
package dateline.newsroom;

import org.jspecify.annotations.NullMarked;
