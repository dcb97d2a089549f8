package dateline.notification.mail;

/**
 * Whom one mail is for.
 *
 * @param deliveryId 32 hex characters
 * @param subscriberId 32 hex characters
 * @param address with a checked domain and local part
 * @param name as an officer wrote it; empty if not known
 */
public record Recipient(String deliveryId, String subscriberId, String address, String name) {}
