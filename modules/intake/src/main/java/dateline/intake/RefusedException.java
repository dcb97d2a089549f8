package dateline.intake;

/** A file that no note can be read from; becomes a {@link Manuscript.Refused}. */
final class RefusedException extends Exception {

  private final transient Manuscript.Refused refused;

  RefusedException(Manuscript.Code code, String reason) {
    super(reason);
    this.refused = new Manuscript.Refused(code, reason);
  }

  Manuscript.Refused refused() {
    return refused;
  }
}
