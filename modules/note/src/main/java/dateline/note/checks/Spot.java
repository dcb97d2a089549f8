package dateline.note.checks;

/**
 * Some words of a passage.
 *
 * @param start offset into the passage's text
 * @param end offset after the last character
 */
record Spot(Passage passage, int start, int end) {}
