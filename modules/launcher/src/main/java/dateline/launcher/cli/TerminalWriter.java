package dateline.launcher.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * What is printed, without anything that steers a terminal. A text holds what somebody wrote: each
 * control character of it but a line end and a tab is shown as U+FFFD, a carriage return as a
 * space.
 */
public final class TerminalWriter extends FilterWriter {

  public TerminalWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(shown((char) c));
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(shown(text.substring(from, from + length)));
  }

  /** The text as a terminal may have it. */
  public static String shown(String text) {
    if (text.chars().noneMatch(c -> shown((char) c) != c)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length());
    text.chars().forEach(c -> shown.append(shown((char) c)));
    return shown.toString();
  }

  private static char shown(char c) {
    return switch (c) {
      case '\n', '\t' -> c;
      case '\r' -> ' ';
      default -> Character.isISOControl(c) ? '\uFFFD' : c;
    };
  }
}
