package dateline.intake;

import dateline.note.Finding;
import dateline.note.Reading;
import dateline.note.Source;
import dateline.note.SourceReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * A manuscript whose format was read.
 *
 * @param source what it says
 * @param findings what was mended or left out on the way
 */
record Sheet(Source source, List<Finding> findings) {

  Reading read(List<Finding> before) {
    return with(before, SourceReader.read(source));
  }

  /** What it says is a note's body and nothing else. */
  Reading readBody(List<Finding> before) {
    return with(before, SourceReader.readBody(source));
  }

  private Reading with(List<Finding> before, Reading reading) {
    return reading.with(
        Stream.of(before, findings, reading.findings()).flatMap(List::stream).toList());
  }
}
