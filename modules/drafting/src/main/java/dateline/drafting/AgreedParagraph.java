package dateline.drafting;

import dateline.kernel.OfficeId;

/**
 * A paragraph nobody may change, as a submission carries it.
 *
 * @param block position in the body of the submitted text, from 1
 * @param lock id of the lock it belongs to
 * @param office that locked it and alone may open it
 * @param agreedWith with whom, for people
 */
public record AgreedParagraph(int block, String lock, OfficeId office, String agreedWith) {}
