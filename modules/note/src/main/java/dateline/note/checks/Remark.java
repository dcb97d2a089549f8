package dateline.note.checks;

import java.util.Optional;

/**
 * What a check has to say, before it is known where in the source that is.
 *
 * @param passage the one it is about; empty if it is about the whole note
 * @param start offset into the passage's text
 * @param end offset after the last character it is about
 * @param message one sentence: what is so
 * @param mend one sentence: what to do
 */
record Remark(
    Rule rule, Optional<Passage> passage, int start, int end, String message, String mend) {}
