package dateline.notification.mail;

import java.net.URI;

/** What a mail says beside the note. Addresses are our own and hold nothing but safe characters. */
final class Footers {

  private Footers() {}

  static String text(URI page, URI leave) {
    return "\n\n-- \nThis note on the web: " + page + "\nNo more mail from us: " + leave + '\n';
  }

  static String html(URI page, URI leave) {
    return "\n<hr>\n<p><a href=\""
        + attribute(page)
        + "\">This note on the web</a> · <a href=\""
        + attribute(leave)
        + "\">No more mail from us</a></p>\n";
  }

  static String confirmationText(String office, URI confirm) {
    return "Somebody, we hope you, asked for mail from "
        + office
        + " to this address.\n\nIf it was you, say yes here:\n"
        + confirm
        + "\n\nIf it was not, do nothing: you will get no mail.\n";
  }

  static String confirmationHtml(String office, URI confirm) {
    return "<p>Somebody, we hope you, asked for mail from "
        + escape(office)
        + " to this address.</p>\n<p>If it was you, <a href=\""
        + attribute(confirm)
        + "\">say yes here</a>.</p>\n<p>If it was not, do nothing: you will get no mail.</p>\n";
  }

  static String page(String body, String language) {
    return "<!DOCTYPE html>\n<html lang=\""
        + escape(language)
        + "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\""
        + " content=\"width=device-width\"></head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  private static String attribute(URI uri) {
    return escape(uri.toString());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
