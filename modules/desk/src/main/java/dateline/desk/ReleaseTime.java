package dateline.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An instant as an officer said it.
 *
 * @param at whole milliseconds
 * @param zone IANA name or offset in which it was said
 */
record ReleaseTime(Instant at, String zone) {

  /**
   * Reads a time.
   *
   * @param at {@code "2026-03-02T09:00"}, or with an offset {@code "2026-03-02T09:00-05:00"}
   * @param zone {@code "America/New_York"}; needed if there is no offset
   * @throws dateline.runtime.http.ProblemException 422 if it does not say one instant
   */
  static ReleaseTime of(String at, Optional<String> zone) {
    Optional<ZoneId> in = zone.map(ReleaseTime::zone);
    Optional<OffsetDateTime> whole = offsetTime(at);
    if (whole.isPresent()) {
      return withOffset(whole.get(), in);
    }
    LocalDateTime local = localTime(at);
    ZoneId region =
        in.orElseThrow(() ->
            Fields.wrong(
                422,
                "ZONE_MISSING",
                "A time needs a zone; name one such as America/New_York, or add an offset such as"
                    + " -05:00."));
    List<ZoneOffset> offsets = region.getRules().getValidOffsets(local);
    if (offsets.size() != 1) {
      throw unclear(offsets, region);
    }
    return new ReleaseTime(millis(local.toInstant(offsets.getFirst())), region.getId());
  }

  private static ReleaseTime withOffset(OffsetDateTime time, Optional<ZoneId> in) {
    if (in.isPresent()
        && !in.get()
            .getRules()
            .getValidOffsets(time.toLocalDateTime())
            .contains(time.getOffset())) {
      throw Fields.wrong(
          422,
          "OFFSET_NOT_OF_ZONE",
          "At that time "
              + in.get()
              + " does not have the offset "
              + time.getOffset()
              + "; leave one of them out, or mend it.");
    }
    return new ReleaseTime(
        millis(time.toInstant()), in.map(ZoneId::getId).orElse(time.getOffset().getId()));
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Fields.wrong(
          422,
          "UNKNOWN_ZONE",
          "There is no such time zone; name one such as America/New_York or an offset such as"
              + " -05:00.");
    }
  }

  private static Optional<OffsetDateTime> offsetTime(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime localTime(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw Fields.wrong(
          422,
          "UNUSABLE_TIME",
          "This is no time; write it as 2026-03-02T09:00 with a zone, or as"
              + " 2026-03-02T09:00-05:00.");
    }
  }

  /** Clocks go forward and back: a local time may not exist, or twice. */
  private static RuntimeException unclear(List<ZoneOffset> offsets, ZoneId zone) {
    if (offsets.isEmpty()) {
      return Fields.wrong(
          422,
          "NO_SUCH_TIME",
          "Clocks in " + zone + " leap over that time; choose one before or after it.");
    }
    return Fields.wrong(
        422,
        "AMBIGUOUS_TIME",
        "Clocks in "
            + zone
            + " show that time twice; add the offset you mean: "
            + offsets.stream().map(ZoneOffset::getId).collect(Collectors.joining(" or "))
            + ".");
  }
}
