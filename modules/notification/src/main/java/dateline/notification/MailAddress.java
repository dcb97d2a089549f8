package dateline.notification;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;

/**
 * An address that mail can safely be sent to: one {@code @}, plain letters, digits and the signs
 * RFC 5321 allows before it without quotes, a domain of at least two labels after it, no control
 * character anywhere.
 *
 * @param local before the @, 1 to 64 characters, as written
 * @param domain after it, lower case, international names in their ASCII form: {@code
 *     "xn--bcher-kva.example"}
 */
public record MailAddress(String local, String domain) implements ReadAddress {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final String SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  /** Reads an address as a person typed it; blanks around it do not count. */
  public static ReadAddress read(String typed) {
    String text = typed.strip();
    int at = text.indexOf('@');
    if (at < 0 || text.indexOf('@', at + 1) >= 0) {
      return new Unusable("An e-mail address has exactly one @; write it as name@example.org.");
    }
    String local = text.substring(0, at);
    if (!isLocal(local)) {
      return new Unusable(
          "The part before the @ is not one that mail can be sent to; use letters, digits and single"
              + " dots, 64 characters at most.");
    }
    String domain = ascii(text.substring(at + 1));
    if (!isDomain(domain)) {
      return new Unusable(
          "The part after the @ is not the name of a mail domain; write it as name@example.org.");
    }
    if (at + 1 + domain.length() > LONGEST) {
      return new Unusable("An e-mail address has 254 characters at most; use a shorter one.");
    }
    return new MailAddress(local, domain);
  }

  private static boolean isLocal(String local) {
    return !local.isEmpty()
        && local.length() <= LONGEST_LOCAL
        && local.chars().allMatch(c -> isAlphanumeric(c) || SIGNS.indexOf(c) >= 0)
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..");
  }

  /** The domain's ASCII form, or empty text if it has none. */
  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain.toLowerCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    return labels.length >= 2
        && domain.length() <= 253
        && Arrays.stream(labels).allMatch(MailAddress::isLabel)
        && !labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= 63
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(c -> isAlphanumeric(c) || c == '-');
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** As mail programs write it: {@code "ada@example.org"}. */
  @Override
  public String toString() {
    return local + '@' + domain;
  }
}
