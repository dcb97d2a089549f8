package dateline.benchmarks;

/** Why nothing can be measured here: sentences for people that say what is so and what to do. */
final class CannotMeasureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotMeasureException(String message) {
    super(message);
  }

  CannotMeasureException(String message, Throwable cause) {
    super(message, cause);
  }
}
