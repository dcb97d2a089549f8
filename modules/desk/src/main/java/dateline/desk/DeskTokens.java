package dateline.desk;

import dateline.runtime.http.Problem;
import dateline.runtime.http.ProblemException;
import dateline.runtime.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who holds which token. Only the SHA-256 of a token is kept; comparing takes the same time whether
 * and wherever it matches.
 */
final class DeskTokens {

  private static final String SCHEME = "bearer ";

  /** Speaks for any person of the directory. */
  static final String OPERATOR = "*";

  /**
   * @param sha256 64 lowercase hex characters
   */
  private record Holder(String sha256, String person) {}

  private final List<Holder> holders;

  private DeskTokens(List<Holder> holders) {
    this.holders = holders;
  }

  /**
   * Reads a token file: a line a token, {@code <SHA-256 in hex> <person id or *>}; empty lines and
   * lines that begin with # are skipped.
   *
   * @throws IllegalArgumentException naming the first line that is none of these
   */
  static DeskTokens of(List<String> lines) {
    List<Holder> holders = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F]{64}")) {
          throw new IllegalArgumentException(
              "line "
                  + (i + 1)
                  + " is not a token's SHA-256 in hex and a person id or *; write both, with a"
                  + " space between");
        }
        holders.add(new Holder(parts[0].toLowerCase(Locale.ROOT), parts[1]));
      }
    }
    return new DeskTokens(List.copyOf(holders));
  }

  /**
   * @throws UncheckedIOException if the file cannot be read
   */
  static DeskTokens read(Path file) {
    try {
      return of(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The token file " + file + " cannot be read.", e);
    }
  }

  /**
   * The id of the person who asks, or empty for the operator who names nobody.
   *
   * @throws ProblemException 401 without a known token, 403 if it does not speak for the person
   *     named
   */
  Optional<String> personOf(Request request) {
    String header = request.header("Authorization").orElseThrow(() -> noToken());
    if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw noToken();
    }
    String holder = holderOf(header.substring(SCHEME.length()).strip());
    Optional<String> named = request.header("Dateline-Person").filter(name -> !name.isBlank());
    if (holder.equals(OPERATOR)) {
      return named;
    }
    if (named.isPresent() && !named.get().equals(holder)) {
      throw forbidden(
          "NOT_YOUR_TOKEN", "This token is another person's; use the one of whom you name.");
    }
    return Optional.of(holder);
  }

  private String holderOf(String token) {
    byte[] sha = bytes(sha256(token));
    Optional<String> found = Optional.empty();
    for (Holder holder : holders) {
      if (MessageDigest.isEqual(bytes(holder.sha256()), sha)) {
        found = Optional.of(holder.person());
      }
    }
    return found.orElseThrow(() ->
        unauthorized("UNKNOWN_TOKEN", "Nobody holds this token; ask an administrator for one."));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(token)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static ProblemException noToken() {
    return unauthorized(
        "NO_TOKEN", "The desk answers staff only; send your token as Authorization: Bearer.");
  }

  private static ProblemException unauthorized(String code, String detail) {
    return new ProblemException(
        Problem.of(401, code, "Not signed in", detail)
            .withHeader("WWW-Authenticate", "Bearer realm=\"dateline-desk\""));
  }

  private static ProblemException forbidden(String code, String detail) {
    return new ProblemException(Problem.of(403, code, "Forbidden", detail));
  }
}
