package dateline.runtime.yaml;

/**
 * Something wrong in a YAML file.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is so, then what to do
 */
public record Fault(int line, int column, String message) implements Comparable<Fault> {

  @Override
  public int compareTo(Fault other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** As a terminal prints it: {@code "line 12, column 5: …"}. */
  @Override
  public String toString() {
    return "line " + line + ", column " + column + ": " + message;
  }
}
