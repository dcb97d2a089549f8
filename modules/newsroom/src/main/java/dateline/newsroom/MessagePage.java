package dateline.newsroom;

import java.util.Optional;

/**
 * A page that says one thing and may have one button.
 *
 * @param text one or two sentences
 * @param button posts to this page's own address
 */
record MessagePage(Site site, String title, String text, Optional<Button> button) {

  /**
   * @param action address it posts to, with the query
   * @param label what it says
   */
  record Button(String action, String label) {}

  static MessagePage of(Site site, String title, String text) {
    return new MessagePage(site, title, text, Optional.empty());
  }
}
