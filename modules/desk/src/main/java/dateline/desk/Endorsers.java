package dateline.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who endorses a public joint statement.
 *
 * @param proposed who is said to, and is not public
 * @param printed whoever was ever public, in the order in which they joined
 */
record Endorsers(List<Proposed> proposed, List<Printed> printed) {

  static final Endorsers NONE = new Endorsers(List.of(), List.of());

  Endorsers {
    proposed = List.copyOf(proposed);
    printed = List.copyOf(printed);
  }

  /**
   * Somebody who is said to endorse it.
   *
   * @param reason how it is known
   */
  record Proposed(String name, String person, Instant at, String reason) {}

  /**
   * Somebody whose name is public.
   *
   * @param reason how it is known
   */
  record Printed(
      String name,
      Instant since,
      String addedBy,
      String proposedBy,
      String reason,
      Optional<Withdrawal> withdrew) {}

  /** That they endorse it no longer, and who said so; the reason is not public. */
  record Withdrawal(String person, Instant at, String reason) {}

  Endorsers proposed(List<String> names, String person, Instant at, String reason) {
    return new Endorsers(
        Stream.concat(
                proposed.stream(),
                names.stream().map(name -> new Proposed(name, person, at, reason)))
            .toList(),
        printed);
  }

  Endorsers added(List<String> names, String person, Instant at) {
    Stream<Printed> joined =
        proposed.stream()
            .filter(it -> names.contains(it.name()))
            .map(it ->
                new Printed(it.name(), at, person, it.person(), it.reason(), Optional.empty()));
    return new Endorsers(
        without(names),
        Stream.concat(printed.stream().filter(it -> !names.contains(it.name())), joined).toList());
  }

  Endorsers left(List<String> names) {
    return new Endorsers(without(names), printed);
  }

  Endorsers withdrawn(String name, String person, Instant at, String reason) {
    return new Endorsers(
        proposed,
        printed.stream()
            .map(it ->
                it.name().equals(name)
                    ? new Printed(
                        name,
                        it.since(),
                        it.addedBy(),
                        it.proposedBy(),
                        it.reason(),
                        Optional.of(new Withdrawal(person, at, reason)))
                    : it)
            .toList());
  }

  private List<Proposed> without(List<String> names) {
    return proposed.stream().filter(it -> !names.contains(it.name())).toList();
  }
}
