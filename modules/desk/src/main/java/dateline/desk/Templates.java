package dateline.desk;

import dateline.runtime.http.Body;
import dateline.runtime.http.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Makes pages of the templates, which were compiled with this module. */
final class Templates {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dateline.desk");

  private Templates() {}

  /**
   * A page.
   *
   * @param template {@code "answer"}
   * @param model what the template names as its parameter {@code page}
   */
  static Content page(int status, String template, Object model) {
    Utf8ByteOutput out = new Utf8ByteOutput();
    ENGINE.render(template + ".jte", model, out);
    return new Content(status, "text/html; charset=utf-8", Map.of(), Body.of(out.toByteArray()));
  }
}
