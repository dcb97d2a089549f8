/**
 * Bringing in what another site or feed has published: it reads the corpus format, RSS and Atom,
 * and makes each of their notes a note here, with a revision for each of its versions.
 */
@NullMarked
package dateline.launcher.imports;

import org.jspecify.annotations.NullMarked;
