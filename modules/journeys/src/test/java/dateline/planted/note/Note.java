package dateline.planted.note;

import dateline.planted.kernel.Kernel;
import java.util.List;

/** Half of a cycle. */
public record Note(List<Kernel> kernels) {
  /** Makes the other half needed. */
  public Kernel first() {
    return kernels.getFirst();
  }
}
