package dateline.attachments;

/**
 * A file that was taken in.
 *
 * @param digest what it is kept under
 * @param name for people, safe as a file name on any system: {@code "Gate plan.pdf"}
 * @param type what its content is
 * @param size bytes, 1 to {@link Intake#MOST_BYTES}
 */
public record Attachment(Sha256 digest, String name, AttachmentType type, long size) {}
