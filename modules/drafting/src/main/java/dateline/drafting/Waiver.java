package dateline.drafting;

/**
 * A blocking finding that the action office submits in spite of, on the record.
 *
 * @param code of the finding: {@code "DEAD_LINK"}; covers every finding of that code in the
 *     submitted revision
 * @param reason for people; the decider refuses an empty one and one over 1,000 characters
 */
public record Waiver(String code, String reason) {}
