package dateline.launcher;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import dateline.launcher.acls.AclsCommand;
import dateline.launcher.cli.AudienceCommands;
import dateline.launcher.cli.CertificateCommand;
import dateline.launcher.cli.ChecksCommand;
import dateline.launcher.cli.ClearanceCommands;
import dateline.launcher.cli.CommentCommand;
import dateline.launcher.cli.DirectoryCommand;
import dateline.launcher.cli.DraftCommands;
import dateline.launcher.cli.EditsCommands;
import dateline.launcher.cli.EndorserCommands;
import dateline.launcher.cli.FileCommands;
import dateline.launcher.cli.InvitationCommands;
import dateline.launcher.cli.ListCommands;
import dateline.launcher.cli.NoteCommands;
import dateline.launcher.cli.ReadCommand;
import dateline.launcher.cli.SchemasCommand;
import dateline.launcher.cli.SubmitCommand;
import dateline.launcher.cli.TemplateCommands;
import dateline.launcher.cli.TerminalWriter;
import dateline.launcher.cli.TopicsCommand;
import dateline.launcher.cli.WritingCommands;
import dateline.launcher.imports.ImportCommand;
import dateline.launcher.letters.DeadLettersCommand;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line: everything a person or a container starts. */
@Command(
    name = "dateline",
    mixinStandardHelpOptions = true,
    version = "Dateline 0.1.0",
    description =
        "A press office on a log: from a draft through clearance to release and into the inbox.",
    footer = {
      "",
      "With the sources also: build, test, format, bench (T1, T2, T7 and more).",
    },
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      TemplateCommands.New.class,
      TemplateCommands.ListAll.class,
      ReadCommand.class,
      ChecksCommand.class,
      SubmitCommand.class,
      ImportCommand.class,
      NoteCommands.Show.class,
      NoteCommands.Status.class,
      WritingCommands.Revise.class,
      WritingCommands.Revisions.class,
      WritingCommands.Diff.class,
      WritingCommands.Restore.class,
      WritingCommands.Abandon.class,
      DraftCommands.CoDrafter.class,
      DraftCommands.Lock.class,
      DraftCommands.Unlock.class,
      DraftCommands.Translate.class,
      CommentCommand.class,
      FileCommands.Attach.class,
      FileCommands.Attachments.class,
      FileCommands.Detach.class,
      NoteCommands.Clear.class,
      EditsCommands.ProposeEdits.class,
      EditsCommands.Edits.class,
      EditsCommands.TakeEdits.class,
      EditsCommands.LeaveEdits.class,
      ClearanceCommands.Clearances.class,
      CertificateCommand.class,
      ClearanceCommands.RecordAnswer.class,
      ClearanceCommands.Recuse.class,
      ClearanceCommands.PassOver.class,
      ClearanceCommands.Emergency.class,
      ClearanceCommands.Owes.class,
      ListCommands.AddOffice.class,
      ListCommands.RemoveOffice.class,
      ListCommands.ProposeOffice.class,
      ListCommands.AskAgain.class,
      ListCommands.KeepAnswer.class,
      InvitationCommands.Invite.class,
      InvitationCommands.Revoke.class,
      InvitationCommands.ForgetClearer.class,
      NoteCommands.Approve.class,
      NoteCommands.Release.class,
      NoteCommands.Recall.class,
      EndorserCommands.Endorse.class,
      EndorserCommands.AddEndorsers.class,
      EndorserCommands.LeaveEndorsers.class,
      EndorserCommands.RemoveEndorser.class,
      EndorserCommands.Endorsers.class,
      AudienceCommands.Contacts.class,
      AudienceCommands.Subscribe.class,
      TopicsCommand.class,
      DeadLettersCommand.class,
      DirectoryCommand.class,
      SchemasCommand.class,
      AclsCommand.class,
      RunCommand.class,
      DoctorCommand.class,
      ReplayCommand.class,
      RebuildCommand.class,
      MailSinkCommand.class,
      CommandLine.HelpCommand.class,
    })
public final class Dateline {

  /** A person's mistake or a refusal: said in a sentence. */
  static final int FAILED = 1;

  /**
   * Lucene advises a virtual machine option at each start by java.util.logging. Held, or its level
   * is forgotten.
   */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Dateline() {}

  public static void main(String[] args) {
    String command = args.length > 0 ? args[0] : "";
    if (command.equals("up") && System.getenv("DATELINE_LOG") == null) {
      // Its screen is a person's: what is so is printed, the log tells what is wrong.
      System.setProperty("DATELINE_LOG", "WARN");
    }
    boolean serves = Set.of("up", "run", "mailsink").contains(command);
    if (!serves && System.getProperty("DATELINE_LOG_LIBRARIES") == null) {
      // A person who asks one thing is told what is wrong in a sentence, not in a library's log.
      System.setProperty("DATELINE_LOG_LIBRARIES", "OFF");
      System.setProperty("DATELINE_LOG", "WARN");
    }
    System.setProperty("dateline.process", process(args));
    LUCENE.setLevel(Level.SEVERE);
    System.exit(run(args));
  }

  /** As a log of several processes tells them apart: the module, or the command. */
  private static String process(String... args) {
    boolean module = args.length > 1 && args[0].equals("run") && !args[1].startsWith("-");
    return module ? args[1].toLowerCase(Locale.ROOT) : args.length > 0 ? args[0] : "help";
  }

  /** Runs one command and answers its exit code: 0 done, 1 refused or failed, 2 not understood. */
  static int run(String... args) {
    return commandLine().execute(args);
  }

  /** The command line, ready to run one command; it never ends the process. */
  public static CommandLine commandLine() {
    CommandLine whole = new CommandLine(new Dateline());
    whole.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, CommandGroups::of);
    return whole
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(Dateline::shown)
        .setParameterExceptionHandler(FailureReport::notUnderstood)
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          if (!FailureReport.tell(failure, line)) {
            throw failure;
          }
          return FAILED;
        });
  }

  /** Help has colours of its own; what a command prints never steers the terminal. */
  private static int shown(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    CommandLine line = parsed.commandSpec().commandLine();
    line.setOut(new PrintWriter(new TerminalWriter(line.getOut()), true))
        .setErr(new PrintWriter(new TerminalWriter(line.getErr()), true));
    return new CommandLine.RunLast().execute(parsed);
  }
}
