package dateline.runtime;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.MDC;

/**
 * What one request led to, over all records and modules, down to the mails: W3C Trace Context. It
 * travels as the header {@code traceparent}, unchanged, because nobody here measures spans.
 *
 * @param id 32 lowercase hex characters, not all 0
 * @param parent the caller's span, 16 lowercase hex characters, not all 0
 * @param sampled whether the caller recorded it
 */
public record Trace(String id, String parent, boolean sampled) {

  /** Of HTTP requests and of records. */
  public static final String HEADER = "traceparent";

  /** Of our HTTP answers and mails: the id alone. */
  public static final String ANSWERED = "Dateline-Trace";

  /** In each line of the log that is about it: the id alone. */
  private static final String LOGGED = "trace";

  /** Versions after 00 may have more behind the flags. */
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

  private static final ScopedValue<Trace> CURRENT = ScopedValue.newInstance();

  /** A new one. */
  public static Trace begin() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return new Trace(
        hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1),
        hex.toHexDigits(random.nextLong() | 1),
        false);
  }

  /** What a {@code traceparent} says; empty if it is none. */
  public static Optional<Trace> read(String traceparent) {
    Matcher found = FORM.matcher(traceparent.strip());
    if (!found.matches()
        || found.group(1).equals("ff")
        || (found.group(1).equals("00") && found.group(5) != null)
        || isZero(found.group(2))
        || isZero(found.group(3))) {
      return Optional.empty();
    }
    boolean sampled = (HexFormat.fromHexDigits(found.group(4)) & 1) == 1;
    return Optional.of(new Trace(found.group(2), found.group(3), sampled));
  }

  private static boolean isZero(String hex) {
    return hex.chars().allMatch(digit -> digit == '0');
  }

  /** That of a record. */
  public static Optional<Trace> of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null || header.value() == null
        ? Optional.empty()
        : read(new String(header.value(), StandardCharsets.US_ASCII));
  }

  /** That of the request this thread answers. */
  public static Optional<Trace> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Headers of a record that has this trace, if there is one, and nothing else. */
  public static Headers headers(Optional<Trace> trace) {
    Headers headers = new RecordHeaders();
    trace.ifPresent(
        it -> headers.add(HEADER, it.traceparent().getBytes(StandardCharsets.US_ASCII)));
    return headers;
  }

  /** Does something for this trace; what it logs names it. */
  public <T> T during(Supplier<T> work) {
    try (Logged _ = logging(Optional.of(this))) {
      return ScopedValue.where(CURRENT, this).call(work::get);
    }
  }

  /** Ends with {@link #close}, on the thread that began it. */
  public interface Logged extends AutoCloseable {
    @Override
    void close();
  }

  /** What this thread logs until that is closed names the trace, if there is one. */
  public static Logged logging(Optional<Trace> trace) {
    if (trace.isEmpty()) {
      return () -> {};
    }
    MDC.put(LOGGED, trace.get().id());
    return () -> MDC.remove(LOGGED);
  }

  /** As W3C's version 00: {@code "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"}. */
  public String traceparent() {
    return "00-" + id + '-' + parent + (sampled ? "-01" : "-00");
  }
}
