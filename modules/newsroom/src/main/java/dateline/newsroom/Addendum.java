package dateline.newsroom;

import dateline.note.HtmlText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who endorsed a joint statement after its release. The statement itself, its version and its
 * digest are what they were.
 *
 * @param endorsers in the order in which they joined
 */
record Addendum(List<Endorser> endorsers) {

  static final Addendum NONE = new Addendum(List.of());

  Addendum {
    endorsers = List.copyOf(endorsers);
  }

  /**
   * A state or an organisation.
   *
   * @param name as printed
   * @param since when that became public
   * @param withdrew when it became public that they no longer do
   */
  record Endorser(String name, Instant since, Optional<Instant> withdrew) {

    private Instant changed() {
      return withdrew.orElse(since);
    }
  }

  /** When it last changed; empty if there is none. */
  Optional<Instant> asOf() {
    return endorsers.stream().map(Endorser::changed).max(Comparator.naturalOrder());
  }

  List<Endorser> present() {
    return endorsers.stream().filter(one -> one.withdrew().isEmpty()).toList();
  }

  List<Endorser> former() {
    return endorsers.stream().filter(one -> one.withdrew().isPresent()).toList();
  }

  /** With those who joined at an instant; who had withdrawn is among them anew. */
  Addendum joined(List<String> names, Instant at) {
    Stream<Endorser> others = endorsers.stream().filter(one -> !names.contains(one.name()));
    return new Addendum(
        Stream.concat(others, names.stream().map(name -> new Endorser(name, at, Optional.empty())))
            .toList());
  }

  /** After some have withdrawn at an instant. */
  Addendum left(List<String> names, Instant at) {
    return new Addendum(
        endorsers.stream()
            .map(one ->
                names.contains(one.name())
                    ? new Endorser(one.name(), one.since(), Optional.of(at))
                    : one)
            .toList());
  }

  /** One section without styles or scripts, all text escaped; empty if there is none. */
  String html(Site site) {
    StringBuilder out = new StringBuilder();
    asOf()
        .ifPresent(at -> {
          out.append("<section class=\"addendum\" aria-label=\"Addendum\">\n");
          list(out, "Endorsed by", present(), "since", site);
          list(out, "No longer endorsed by", former(), "withdrew on", site);
          out.append("<p>Addendum as of ")
              .append(time(at, site.moment(at)))
              .append(". The text above is as it was released.</p>\n</section>\n");
        });
    return out.toString();
  }

  private static void list(
      StringBuilder out, String heading, List<Endorser> endorsers, String when, Site site) {
    if (endorsers.isEmpty()) {
      return;
    }
    out.append("<h2>").append(heading).append("</h2>\n<ul>\n");
    for (Endorser one : endorsers) {
      out.append("<li><bdi>")
          .append(HtmlText.escaped(one.name()))
          .append("</bdi>, ")
          .append(when)
          .append(' ')
          .append(time(one.changed(), site.day(one.changed())))
          .append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private static String time(Instant at, String words) {
    return "<time datetime=\"%s\">%s</time>".formatted(at, HtmlText.escaped(words));
  }
}
