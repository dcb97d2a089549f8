package dateline.note.checks;

import dateline.note.Finding;

/**
 * A finding and the words that it is about.
 *
 * @param finding without a place in a source
 * @param passage the line of the head or the block of the body, as a reader sees it and without the
 *     marker of an item; empty if the finding is about the whole note
 * @param start offset of its first character in the passage
 * @param end offset after its last; {@code start} if it is about no words
 */
public record Mark(Finding finding, String passage, int start, int end) {}
