package dateline.runtime.wire;

/**
 * The schema registry is there and is of no use to us, and waiting does not help: it does not let
 * us in, there is no TLS with it, or it is none. Says who, where and what to do; never a password.
 */
public final class RegistryAccessException extends RegistryUnavailableException {
  private static final long serialVersionUID = 1L;

  RegistryAccessException(String message) {
    super(message);
  }
}
