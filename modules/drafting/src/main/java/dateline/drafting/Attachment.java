package dateline.drafting;

/**
 * A file that belongs to a note. Its bytes are in the store of files, under their digest.
 *
 * @param sha256 of its bytes, 64 lowercase hex characters
 * @param mediaType by its content: {@code "image/png"}
 * @param size bytes, 1 to 25,000,000
 * @param name as a reader saves it, 1 to 120 characters
 * @param description what it shows or holds, for those who cannot see it; 1 to 1,000 characters
 */
public record Attachment(
    String sha256, String mediaType, long size, String name, String description) {}
