package dateline.note;

import java.util.Optional;

/**
 * A run of text inside a {@link Block}, linked or not.
 *
 * @param text as a reader sees it; not empty
 * @param href where the link goes, as written, even if it goes nowhere ({@code "#"}); empty for
 *     plain text
 */
public record Span(String text, Optional<String> href) {

  public static Span plain(String text) {
    return new Span(text, Optional.empty());
  }

  public static Span link(String text, String href) {
    return new Span(text, Optional.of(href));
  }
}
