/**
 * What one text was cleared with, as a document that is made of the log's events alone and can be
 * compared with them again. The desk shows it; the command line checks it without a desk.
 */
@NullMarked
package dateline.desk.certificate;

import org.jspecify.annotations.NullMarked;
