package dateline.note;

import java.util.List;
import java.util.Optional;

/**
 * Whom the press may ask about a note. A part the text does not give is empty; a contact has at
 * least a name, an e-mail address or a phone.
 *
 * @param name of a person, as printed
 * @param office as printed
 * @param email one address
 * @param phones as printed
 */
public record MediaContact(
    Optional<String> name, Optional<String> office, Optional<String> email, List<String> phones) {
  public MediaContact {
    phones = List.copyOf(phones);
  }
}
