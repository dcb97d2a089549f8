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
    Reading reading = SourceReader.read(source);
    return reading.with(
        Stream.of(before, findings, reading.findings()).flatMap(List::stream).toList());
  }
}
