package dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void memoryIsReadInWhateverUnit() {
    assertThat(Memory.of("345.6MiB / 1GiB")).isEqualTo(new Memory(345.6, 1_024));
    assertThat(Memory.of("1.25GiB / 2GiB")).isEqualTo(new Memory(1_280, 2_048));
    assertThat(Memory.of("512KiB / 512MiB\n")).isEqualTo(new Memory(0.5, 512));
    assertThat(Memory.of("0B / 0B")).isEqualTo(new Memory(0, 0));
  }

  @Test
  void whatIsNotCountedIsSaid() {
    assertThatExceptionOfType(CannotMeasureException.class)
        .isThrownBy(() -> Memory.of("-- / --"))
        .withMessageContaining("control groups");
  }
}
