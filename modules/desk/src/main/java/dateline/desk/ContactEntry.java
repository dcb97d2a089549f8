package dateline.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who gets mail, or did.
 *
 * @param id subscriber id
 * @param version how many events notification has of them
 * @param listedAt since when they are on the press list
 * @param subscribed whether they confirmed a subscription
 * @param address empty if none is on file
 */
record ContactEntry(
    String id,
    long version,
    Optional<Instant> listedAt,
    boolean subscribed,
    Interests interests,
    String address,
    String name,
    String outlet,
    List<String> commands)
    implements DeskEntry {
  public ContactEntry {
    commands = List.copyOf(commands);
  }

  static String entryId(String subscriberId) {
    return "contact:" + subscriberId;
  }

  static ContactEntry unknown(String subscriberId) {
    return new ContactEntry(
        subscriberId, 0, Optional.empty(), false, Interests.ALL, "", "", "", List.of());
  }

  @Override
  public String entryId() {
    return entryId(id);
  }

  ContactEntry reachedAt(String newAddress, String newName, String newOutlet) {
    return new ContactEntry(
        id, version, listedAt, subscribed, interests, newAddress, newName, newOutlet, commands);
  }

  ContactEntry after(
      String commandId, Optional<Instant> listed, boolean confirmed, Interests wanted) {
    List<String> more = new ArrayList<>(commands);
    if (!more.contains(commandId)) {
      more.add(commandId);
    }
    return new ContactEntry(
        id, version + 1, listed, confirmed, wanted, address, name, outlet, more);
  }

  /** Which notes somebody wants; an empty list wants all. */
  record Interests(List<String> kinds, List<String> issuers, List<String> languages) {
    static final Interests ALL = new Interests(List.of(), List.of(), List.of());

    public Interests {
      kinds = List.copyOf(kinds);
      issuers = List.copyOf(issuers);
      languages = List.copyOf(languages);
    }
  }
}
