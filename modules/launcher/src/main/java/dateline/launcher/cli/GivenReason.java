package dateline.launcher.cli;

import picocli.CommandLine.Option;

/** Why something is decided, which is on the record. */
public final class GivenReason {

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "REASON",
      description = "Why, for the record.")
  private String reason = "";

  public String text() {
    return reason;
  }
}
