package dateline.launcher.cli;

import dateline.intake.Hint;
import dateline.intake.Manuscript;
import dateline.intake.Manuscripts;
import dateline.note.Finding;
import dateline.note.checks.Checks;
import dateline.note.checks.HouseStyle;
import dateline.runtime.HouseStyleFile;
import dateline.runtime.SettingsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the reader and the checks make of texts: {@code ./dateline read *.txt}. Changes nothing. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description =
        "Read texts and show what is found in them and what is wrong with them. Plain text,"
            + " Markdown, HTML and .docx; needs no press office and keeps nothing.",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:Every file was read, whatever was found in it.",
      "1:At least one was not; the others are shown.",
    })
public final class ReadCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The texts; - for standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--json",
      description =
          "One JSON object a line and file, for programs; with \"refused\" for one that is not read.")
  private boolean json;

  @Override
  public Integer call() {
    SettingsReader settings = new SettingsReader(System.getenv());
    HouseStyle style = HouseStyleFile.setting(settings);
    settings.done();
    List<ReadTable.Row> rows = new ArrayList<>();
    for (String file : files) {
      ReadFile read = read(file, style);
      show(read);
      rows.add(ReadTable.row(read));
    }
    if (!json && rows.size() > 1) {
      PrintWriter out = command.commandLine().getOut();
      out.printf("%n%s", ReadTable.of(rows));
      out.flush();
    }
    return rows.stream().allMatch(ReadTable.Row::isRead) ? 0 : 1;
  }

  private static ReadFile read(String file, HouseStyle style) {
    byte[] content;
    try {
      content =
          file.equals("-")
              ? System.in.readNBytes(Manuscripts.LARGEST + 1)
              : GivenFile.read(Path.of(file), "name the text to read");
    } catch (DeskRefusal e) {
      return new ReadFile.Refused(file, e.code(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new ReadFile.Refused(file, "UNREADABLE_FILE", "Standard input cannot be read.");
    }
    return switch (Manuscripts.read(content, Hint.fileName(file))) {
      case Manuscript.Read manuscript ->
          new ReadFile.Understood(file, manuscript, check(manuscript, style));
      case Manuscript.Refused(Manuscript.Code code, String reason) ->
          new ReadFile.Refused(file, code.name(), reason);
    };
  }

  /** Dates are compared with this machine's day. */
  private static List<Finding> check(Manuscript.Read manuscript, HouseStyle style) {
    return Checks.run(
        manuscript.reading(), style, Optional.of(LocalDate.now(ZoneId.systemDefault())));
  }

  private void show(ReadFile file) {
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    switch (file) {
      case ReadFile.Understood understood ->
          out.print(json ? ReadingJson.of(understood) + "\n" : text(understood));
      case ReadFile.Refused(String name, String code, String reason) -> {
        if (json) {
          out.println(ReadingJson.refused(name, code, reason));
        } else {
          err.printf("dateline: %s: %s%n", name, reason);
        }
      }
    }
    out.flush();
    err.flush();
  }

  private String text(ReadFile.Understood file) {
    String findings = NoteText.findings(ReadingJson.findings(file.findings()));
    return "%s%s, %s%n%s%s"
        .formatted(
            files.size() > 1 && !file.name().equals(files.getFirst()) ? System.lineSeparator() : "",
            file.name(),
            file.manuscript().format().words()
                + file.manuscript().encoding().map(encoding -> " in " + encoding).orElse(""),
            NoteText.fields(ReadingJson.desk(file.manuscript().reading())),
            NoteText.found(findings));
  }
}
