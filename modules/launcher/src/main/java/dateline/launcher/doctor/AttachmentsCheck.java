package dateline.launcher.doctor;

import dateline.attachments.AttachmentSettings;
import dateline.attachments.AttachmentStore;
import dateline.attachments.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a file can be kept: always the same one of a line, which stays. */
final class AttachmentsCheck implements Check {

  private static final String CONTENT = "Dateline's doctor saw that files can be kept here.\n";

  private final AttachmentSettings settings;

  AttachmentsCheck(AttachmentSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "attachments";
  }

  @Override
  public boolean needsTheLog() {
    return false;
  }

  @Override
  public List<Finding> look() throws IOException {
    Path file = Files.createTempFile("dateline-doctor-", ".txt");
    try {
      Files.writeString(file, CONTENT);
      return List.of(keep(file));
    } finally {
      Files.delete(file);
    }
  }

  private Finding keep(Path file) {
    Sha256 digest = Sha256.of(CONTENT.getBytes(StandardCharsets.UTF_8));
    try (AttachmentStore store = settings.open()) {
      store.put(digest, file);
      return Finding.ok(this, "Files can be kept in %s.".formatted(store));
    } catch (IOException e) {
      return Finding.wrong(
          this,
          "Files cannot be kept: %s.".formatted(e.getMessage()),
          "see DATELINE_ATTACHMENTS and the rights of the user that runs the desk");
    }
  }
}
