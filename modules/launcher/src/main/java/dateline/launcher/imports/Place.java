package dateline.launcher.imports;

/**
 * Where something stands in what is imported.
 *
 * @param file as it was given
 * @param at in it, for people: {@code "line 12"}; empty for the whole file
 */
public record Place(String file, String at) {

  Place within(String more) {
    return new Place(file, at.isEmpty() ? more : at + ", " + more);
  }

  @Override
  public String toString() {
    return at.isEmpty() ? file : file + ", " + at;
  }
}
