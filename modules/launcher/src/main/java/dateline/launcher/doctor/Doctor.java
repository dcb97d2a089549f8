package dateline.launcher.doctor;

import dateline.attachments.AttachmentSettings;
import dateline.notification.dispatch.NotificationSettings;
import dateline.runtime.KafkaSettings;
import dateline.runtime.LogAccessException;
import dateline.runtime.SettingsException;
import dateline.runtime.SettingsReader;
import dateline.runtime.wire.RegistryUnavailableException;
import dateline.runtime.wire.RestSchemaRegistry;
import dateline.runtime.wire.SchemaRegistry;
import dateline.runtime.wire.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Makes every check, in an order in which the first fault is the cause of those behind it. */
public final class Doctor implements AutoCloseable {

  private final KafkaSettings settings;
  private final List<Check> checks;
  private final Admin admin;
  private final SchemaRegistry registry;
  private final Wire wire;

  /**
   * A doctor for the deployment that these settings name.
   *
   * @param settingFaults what is wrong with the settings of the modules, each in a sentence
   * @throws SettingsException if it cannot be told from the settings where the log is
   * @throws LogAccessException if no client of the log can be made with them
   */
  public Doctor(Map<String, String> variables, List<String> settingFaults) {
    this.settings = KafkaSettings.from(variables);
    this.admin = admin(settings);
    this.registry = RestSchemaRegistry.connect(settings.wire());
    this.wire = new Wire(settings.wire());
    this.checks = new ArrayList<>();
    checks.add(new SettingsCheck(settingFaults));
    checks.add(new DiskCheck(settings.data(), DiskCheck.LEAST_BYTES));
    checks.add(new Brokers(admin, settings));
    checks.add(new ClockCheck(admin));
    checks.add(new LogCheck(admin, settings));
    checks.add(new PositionsCheck(admin, PositionsCheck.LEAST));
    checks.add(new RegistryCheck(registry, settings.autoRegister()));
    checks.add(new DirectoryCheck(settings, wire));
    checks.add(new GroupsCheck(admin));
    checks.add(new DeadLettersCheck(settings, wire));
    addThoseOfSoundSettings(variables);
  }

  private static Admin admin(KafkaSettings settings) {
    Map<String, Object> client = Brokers.client(settings);
    try {
      return Admin.create(client);
    } catch (KafkaException e) {
      LogAccessException.throwIfWhy(e, client);
      throw e;
    }
  }

  /** What is wrong with these settings is said by the check of settings. */
  private void addThoseOfSoundSettings(Map<String, String> variables) {
    try {
      NotificationSettings mail = NotificationSettings.from(variables);
      checks.add(new FaceCheck("desk", mail.desk(), "DATELINE_DESK_URL"));
      checks.add(new FaceCheck("newsroom", mail.newsroom(), "DATELINE_NEWSROOM_URL"));
      checks.add(new MailServerCheck(mail));
    } catch (SettingsException e) {
      checks.add(new Unlooked("mail"));
    }
    try {
      SettingsReader read = new SettingsReader(variables);
      AttachmentSettings attachments = AttachmentSettings.from(read);
      read.done();
      checks.add(new AttachmentsCheck(attachments));
    } catch (SettingsException e) {
      checks.add(new Unlooked("attachments"));
    }
  }

  /** Makes all checks, and tells each finding as it is made. */
  public List<Finding> examine(Consumer<Finding> heard) throws InterruptedException {
    List<Finding> all = new ArrayList<>();
    for (Check check : checks) {
      boolean brokersAreAway =
          all.stream()
              .anyMatch(it -> it.check().equals(Brokers.NAME) && it.state() == Finding.State.WRONG);
      List<Finding> found =
          check.needsTheLog() && brokersAreAway
              ? List.of(Finding.unknown(check, "not looked at, because of the brokers"))
              : look(check);
      found.forEach(heard);
      all.addAll(found);
    }
    return all;
  }

  private List<Finding> look(Check check) throws InterruptedException {
    try {
      return check.look();
    } catch (ExecutionException e) {
      return List.of(refused(check, e.getCause() == null ? e : e.getCause()));
    } catch (IOException | KafkaException | LogAccessException | RegistryUnavailableException e) {
      return List.of(refused(check, e));
    }
  }

  private Finding refused(Check check, Throwable why) {
    Optional<LogAccessException> denied =
        why instanceof LogAccessException known
            ? Optional.of(known)
            : LogAccessException.of(why, settings.client());
    if (denied.isPresent()) {
      return Finding.wrong(check, denied.get().getMessage());
    }
    return Finding.wrong(
        check,
        "It could not be looked at: %s: %s"
            .formatted(why.getClass().getSimpleName(), why.getMessage()),
        "see that this machine may ask, with the settings of the modules");
  }

  @Override
  public void close() {
    wire.close();
    registry.close();
    admin.close();
  }
}
