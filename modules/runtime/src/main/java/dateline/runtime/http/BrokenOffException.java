package dateline.runtime.http;

import java.io.IOException;

/** Whoever was sending a body sends it no more: nobody is left to be answered. */
public final class BrokenOffException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenOffException(IOException cause) {
    super("the client broke off", cause);
  }
}
