package dateline.note.templates;

import java.io.IOException;

/** A template that cannot be used: which, why, and how to mend it, in a sentence. */
public final class TemplateException extends IOException {

  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
