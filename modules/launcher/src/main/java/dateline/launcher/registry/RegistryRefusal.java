package dateline.launcher.registry;

/** What the registry answers when it does not do what it is asked, under Confluent's codes. */
final class RegistryRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  private RegistryRefusal(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Confluent's error code: its first three digits are the HTTP status. */
  int code() {
    return code;
  }

  /** The HTTP status. */
  int status() {
    return code < 1000 ? code : code / 100;
  }

  static RegistryRefusal subjectNotFound(String subject) {
    return new RegistryRefusal(40401, "Subject '" + subject + "' not found.");
  }

  static RegistryRefusal versionNotFound(String version) {
    return new RegistryRefusal(40402, "Version " + version + " not found.");
  }

  static RegistryRefusal schemaNotFound() {
    return new RegistryRefusal(40403, "Schema not found");
  }

  static RegistryRefusal schemaNotFound(int id) {
    return new RegistryRefusal(40403, "Schema " + id + " not found");
  }

  static RegistryRefusal subjectDeleted(String subject) {
    return new RegistryRefusal(
        40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete it.");
  }

  static RegistryRefusal subjectNotDeleted(String subject) {
    return new RegistryRefusal(
        40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
  }

  static RegistryRefusal versionDeleted(String subject, int version) {
    return new RegistryRefusal(
        40406,
        "Subject '"
            + subject
            + "' Version "
            + version
            + " was soft deleted. Set permanent=true to delete it.");
  }

  static RegistryRefusal versionNotDeleted(String subject, int version) {
    return new RegistryRefusal(
        40407,
        "Subject '"
            + subject
            + "' Version "
            + version
            + " was not deleted first before being permanently deleted");
  }

  static RegistryRefusal noCompatibility(String subject) {
    return new RegistryRefusal(
        40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
  }

  static RegistryRefusal noMode(String subject) {
    return new RegistryRefusal(
        40409, "Subject '" + subject + "' does not have subject-level mode configured");
  }

  static RegistryRefusal incompatible(String why) {
    return new RegistryRefusal(
        409, "Schema being registered is incompatible with an earlier schema: " + why);
  }

  static RegistryRefusal malformed(String what) {
    return new RegistryRefusal(400, what);
  }

  static RegistryRefusal invalidSchema(String why) {
    return new RegistryRefusal(42201, "Invalid schema: " + why);
  }

  static RegistryRefusal invalidVersion() {
    return new RegistryRefusal(
        42202,
        "The specified version is not a valid version id. Allowed values are between [1, 2^31-1]"
            + " and the string \"latest\"");
  }

  static RegistryRefusal invalidCompatibility() {
    return new RegistryRefusal(
        42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full,"
            + " backward_transitive, forward_transitive, and full_transitive");
  }

  static RegistryRefusal invalidMode() {
    return new RegistryRefusal(42204, "Invalid mode. Valid values are READWRITE and READONLY");
  }

  static RegistryRefusal readOnly(String subject) {
    return new RegistryRefusal(42205, "Subject " + subject + " is in read-only mode");
  }

  static RegistryRefusal storeFailed() {
    return new RegistryRefusal(50001, "Error in the backend datastore");
  }

  static RegistryRefusal storeTimedOut() {
    return new RegistryRefusal(50002, "The backend datastore did not answer in time");
  }
}
