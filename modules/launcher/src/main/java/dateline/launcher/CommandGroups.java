package dateline.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Help;

/** The list of commands in {@code ./dateline help}, by what people want to do. */
final class CommandGroups {

  private static final Map<String, List<String>> GROUPS = groups();

  private CommandGroups() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Begin", List.of("up", "demo", "read", "checks", "new", "templates"));
    groups.put(
        "Write",
        List.of(
            "submit", "import", "revise", "revisions", "diff", "restore", "abandon", "comment"));
    groups.put(
        "Beside the text",
        List.of("co-drafter", "lock", "unlock", "translate", "attach", "attachments", "detach"));
    groups.put(
        "Clear and release",
        List.of(
            "clear",
            "propose-edits",
            "edits",
            "take-edits",
            "leave-edits",
            "record-answer",
            "recuse",
            "approve",
            "emergency",
            "owes",
            "release",
            "recall"));
    groups.put(
        "Who clears",
        List.of(
            "clearances",
            "certificate",
            "add-office",
            "remove-office",
            "propose-office",
            "ask-again",
            "keep-answer",
            "pass-over",
            "invite",
            "revoke",
            "forget-clearer"));
    groups.put(
        "After a joint statement",
        List.of("endorse", "add-endorsers", "leave-endorsers", "remove-endorser", "endorsers"));
    groups.put("Look", List.of("status", "show", "topics", "dead-letters"));
    groups.put("Who receives, who works here", List.of("contacts", "subscribe", "directory"));
    return groups;
  }

  /** Every command once; what is in no group stands last. Commands below others are one list. */
  static String of(Help help) {
    if (!help.subcommands().containsKey("up")) {
      return help.commandList();
    }
    Set<String> left = new LinkedHashSet<>(help.subcommands().keySet());
    StringBuilder out = new StringBuilder();
    GROUPS.forEach((title, names) -> {
      out.append(section(help, title, names));
      left.removeAll(names);
    });
    return out.append(section(help, "Run and keep", new ArrayList<>(left))).toString();
  }

  private static String section(Help help, String title, List<String> names) {
    Map<String, Help> commands = new LinkedHashMap<>();
    names.forEach(name -> commands.put(name, help.subcommands().get(name)));
    return title + '\n' + help.commandList(commands);
  }
}
