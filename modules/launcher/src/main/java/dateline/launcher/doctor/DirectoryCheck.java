package dateline.launcher.doctor;

import dateline.launcher.directory.DirectoryPublisher;
import dateline.runtime.KafkaSettings;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.util.List;

/** Whether somebody works here. */
final class DirectoryCheck implements Check {

  private final KafkaSettings settings;
  private final Wire wire;

  DirectoryCheck(KafkaSettings settings, Wire wire) {
    this.settings = settings;
    this.wire = wire;
  }

  @Override
  public String name() {
    return "directory";
  }

  @Override
  public List<Finding> look() throws IOException, InterruptedException {
    int entries = DirectoryPublisher.held(settings, wire).size();
    return List.of(
        entries == 0
            ? Finding.wrong(
                this,
                "No directory was applied: nobody is in it and no note can be cleared.",
                "run ./dateline directory apply FILE")
            : Finding.ok(this, "The directory has %d entries.".formatted(entries)));
  }
}
