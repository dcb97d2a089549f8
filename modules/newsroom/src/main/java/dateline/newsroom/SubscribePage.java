package dateline.newsroom;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The form that asks for notes by mail.
 *
 * @param address what was typed before, or empty text
 * @param chosen kinds ticked before
 * @param fault what is wrong with the address, one sentence
 */
record SubscribePage(Site site, String address, Set<String> chosen, Optional<String> fault) {

  static SubscribePage empty(Site site) {
    return new SubscribePage(site, "", Set.of(), Optional.empty());
  }

  List<String> kinds() {
    return Kinds.ALL;
  }
}
