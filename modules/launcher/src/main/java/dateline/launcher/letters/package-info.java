/**
 * Dead letters as the operator has them: which are open, what is in them, and what is to become of
 * them. Records are named here and never made.
 */
@org.jspecify.annotations.NullMarked
package dateline.launcher.letters;
