package dateline.desk;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * A mail that came to the desk, as far as it matters.
 *
 * @param id its Message-ID; empty if it has none
 * @param tokens of the mails that it replies to, the nearest first
 * @param from the one address it says it is from; empty if it says none or several
 * @param automatic whether a machine wrote it
 * @param text its words, of the first part that has any
 */
record AnswerMail(
    String id, List<String> tokens, Optional<String> from, boolean automatic, String text) {

  private static final Pattern TOKEN =
      Pattern.compile("<answer\\.([A-Za-z0-9_-]+\\.[0-9a-f]+)@[^<>]*>");

  private static final Set<String> TO_MANY = Set.of("bulk", "junk", "list", "auto_reply");

  /** Parts in parts; nobody writes a mail that is deeper. */
  private static final int DEEPEST = 8;

  /** Where mail programs put the former mail in HTML. */
  private static final Set<String> QUOTATIONS =
      Set.of("gmail_quote", "moz-cite-prefix", "yahoo_quoted");

  /** Behind these stands nothing but the former mail. */
  private static final Set<String> ENDS = Set.of("divRplyFwdMsg", "appendonsend");

  AnswerMail {
    tokens = List.copyOf(tokens);
  }

  /**
   * Reads a mail.
   *
   * @throws MessagingException if it is none
   */
  static AnswerMail read(byte[] bytes) throws MessagingException, IOException {
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    return new AnswerMail(
        header(mail, "Message-ID"), tokens(mail), from(mail), isAutomatic(mail), text(mail, 0));
  }

  private static List<String> tokens(MimeMessage mail) throws MessagingException, IOException {
    List<String> references = found(header(mail, "References")).toList();
    return Stream.concat(found(header(mail, "In-Reply-To")), references.reversed().stream())
        .distinct()
        .toList();
  }

  /** Some servers fold long ids, or encode them as if they were words. */
  private static Stream<String> found(String header) throws IOException {
    return TOKEN
        .matcher(MimeUtility.decodeText(header).replaceAll("\\s", ""))
        .results()
        .map((MatchResult match) -> match.group(1));
  }

  private static Optional<String> from(MimeMessage mail) throws MessagingException {
    String said = mail.getHeader("From", ",");
    InternetAddress[] from = InternetAddress.parseHeader(said == null ? "" : said, false);
    return from.length == 1 ? Optional.ofNullable(from[0].getAddress()) : Optional.empty();
  }

  /** RFC 3834, and what was there before it. */
  private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
    String submitted = header(mail, "Auto-Submitted").toLowerCase(Locale.ROOT);
    String precedence = header(mail, "Precedence").strip().toLowerCase(Locale.ROOT);
    return !(submitted.isBlank() || submitted.strip().startsWith("no"))
        || TO_MANY.contains(precedence)
        || mail.isMimeType("multipart/report");
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String value = mail.getHeader(name, " ");
    return value == null ? "" : MimeUtility.unfold(value).strip();
  }

  /** The words of the first part that is text, not a file that is sent along. */
  private static String text(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return "";
    }
    if (part.isMimeType("text/plain")) {
      return String.valueOf(part.getContent());
    }
    if (part.isMimeType("text/html")) {
      return words(String.valueOf(part.getContent()));
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      return text(parts, depth);
    }
    return "";
  }

  private static String text(Multipart parts, int depth) throws MessagingException, IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts.getCount(); i++) {
      texts.add(text(parts.getBodyPart(i), depth + 1));
    }
    return texts.stream().filter(text -> !text.isBlank()).findFirst().orElse("");
  }

  private static String words(String html) {
    Words words = new Words();
    Jsoup.parse(html).body().filter(words);
    return words.text.toString();
  }

  /** The words above the former mail as lines, where a browser would begin one. */
  private static final class Words implements NodeFilter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replaceAll("\\s+", " "));
      } else if (node instanceof Element element) {
        line(element);
        return ENDS.contains(element.id())
            ? FilterResult.STOP
            : isQuotation(element) ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        line(element);
      }
      return FilterResult.CONTINUE;
    }

    private static boolean isQuotation(Element element) {
      return element.normalName().equals("blockquote")
          || QUOTATIONS.stream().anyMatch(element::hasClass);
    }

    private void line(Element element) {
      if (element.isBlock() || element.normalName().equals("br")) {
        text.append('\n');
      }
    }
  }
}
