package dateline.note;

/**
 * The SHA-256 of a note's canonical form: what a clearance is of. White space that no reader sees
 * does not change it; any visible character does.
 *
 * @param hex 64 lowercase hex characters
 */
public record Digest(String hex) {
  public Digest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a digest is 64 lowercase hex characters");
    }
  }

  /** The digest of this note. */
  public static Digest of(MediaNote note) {
    return CanonicalForm.of(note).digest();
  }

  @Override
  public String toString() {
    return hex;
  }
}
