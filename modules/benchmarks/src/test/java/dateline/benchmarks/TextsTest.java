package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.note.Finding;
import dateline.note.PlainTextReader;
import dateline.note.Reading;
import dateline.note.checks.Checks;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void everyTextIsANoteThatNothingBlocks() {
    for (int serial = 1; serial <= 50; serial++) {
      byte[] text = Texts.note(serial, 1).getBytes(StandardCharsets.UTF_8);
      Reading reading = PlainTextReader.read(text);
      assertThat(text).hasSizeBetween(2_000, 4_500);
      assertThat(reading.note().headline()).isEqualTo(Texts.headline(serial));
      assertThat(Checks.run(reading))
          .noneMatch(finding -> finding.severity() == Finding.Severity.BLOCKS);
    }
  }

  @Test
  void everyEditionOfEveryNoteIsAnotherText() {
    assertThat(Texts.note(1, 1))
        .isEqualTo(Texts.note(1, 1))
        .isNotEqualTo(Texts.note(1, 2))
        .isNotEqualTo(Texts.note(2, 1))
        .contains(Texts.mark(1, 1));
  }

  @Test
  void aLongTextIsAsLongAsAskedAndNotMuchLonger() {
    byte[] text = Texts.note(1, 1, 79_000).getBytes(StandardCharsets.UTF_8);

    assertThat(text).hasSizeBetween(79_000, 81_000);
  }
}
