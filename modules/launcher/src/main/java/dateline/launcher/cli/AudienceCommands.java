package dateline.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who receives: the press list and the subscribers. */
public final class AudienceCommands {

  private AudienceCommands() {}

  @Command(
      name = "contacts",
      mixinStandardHelpOptions = true,
      description = "Show the press list; add and remove keep it.",
      subcommands = {Add.class, Remove.class})
  public static final class Contacts implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        talk.show(desk.get("/api/contacts", officer(talk, desk)).body(), Contacts::table);
        return 0;
      }
    }

    private static String table(JsonNode answer) {
      StringBuilder out = new StringBuilder();
      if (answer.path("contacts").isEmpty()) {
        out.append("No press contacts yet. Add one with ./dateline contacts add ADDRESS NAME.\n");
      } else {
        out.append("CONTACT   NAME                      OUTLET                    ADDRESS\n");
      }
      for (JsonNode contact : answer.path("contacts")) {
        out.append(
            "%-9s %-25s %-25s %s%n"
                .formatted(
                    NoteText.shortId(contact),
                    contact.path("name").asText(),
                    contact.path("outlet").asText(),
                    contact.path("address").asText()));
      }
      return out + NoteText.many(answer.path("subscribers").asInt(), "confirmed subscriber") + "\n";
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Put a journalist on the press list.")
  public static final class Add implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "E-mail address.")
    private String address = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "Name.")
    private String name = "";

    @Option(names = "--outlet", paramLabel = "OUTLET", description = "Paper, station or agency.")
    private String outlet = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "Only notes of this kind. May be repeated.")
    private List<String> kinds = new ArrayList<>();

    @Option(
        names = "--issuer",
        paramLabel = "ISSUER",
        description = "Only notes of this office or speaker. May be repeated.")
    private List<String> issuers = new ArrayList<>();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        JsonNode added =
            addContact(desk, officer(talk, desk), contact(address, name, outlet, kinds, issuers));
        talk.show(added, c -> WhatIsSo.ofContact(c, name, outlet));
        return 0;
      }
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Take a journalist off the press list.")
  public static final class Remove implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Parameters(
        paramLabel = "CONTACT",
        converter = Name.class,
        description = "The contact's id or an unambiguous beginning of it.")
    private String contact = "";

    @Option(names = "--reason", paramLabel = "REASON", description = "Why, for the record.")
    private String reason = "";

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        String officer = officer(talk, desk);
        DeskClient.Answer read = desk.get("/api/contacts/" + DeskClient.quote(contact), officer);
        desk.delete(
            "/api/contacts/"
                + read.body().path("id").asText()
                + "?reason="
                + DeskClient.quote(reason),
            officer,
            read.etag());
        talk.show(
            read.body(),
            c ->
                "%s  %s is off the press list%n"
                    .formatted(NoteText.shortId(c), c.path("name").asText()));
        return 0;
      }
    }
  }

  @Command(
      name = "subscribe",
      mixinStandardHelpOptions = true,
      description = "Ask for notes by mail; the person confirms from the mail that comes.")
  public static final class Subscribe implements Callable<Integer> {
    @Mixin private Talk talk = new Talk();

    @Parameters(paramLabel = "ADDRESS", description = "E-mail address.")
    private String address = "";

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "Only notes of this kind. May be repeated.")
    private List<String> kinds = new ArrayList<>();

    @Option(
        names = "--issuer",
        paramLabel = "ISSUER",
        description = "Only notes of this office or speaker. May be repeated.")
    private List<String> issuers = new ArrayList<>();

    @Override
    public Integer call() {
      try (DeskClient desk = talk.open()) {
        JsonNode asked = subscribe(desk, officer(talk, desk), address, kinds, issuers);
        talk.show(asked, a -> "A mail to %s asks for confirmation.%n".formatted(address));
        return 0;
      }
    }
  }

  /** Puts a journalist on the press list. */
  public static JsonNode addContact(DeskClient desk, String officer, ObjectNode contact) {
    return desk.post("/api/contacts", officer, Optional.empty(), contact).body();
  }

  /** Asks for notes on somebody's behalf. */
  public static JsonNode subscribe(
      DeskClient desk, String officer, String address, List<String> kinds, List<String> issuers) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("address", address);
    interests(body, kinds, issuers);
    return desk.post("/api/subscriptions", officer, Optional.empty(), body).body();
  }

  /** A contact as the desk takes it. */
  public static ObjectNode contact(
      String address, String name, String outlet, List<String> kinds, List<String> issuers) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("address", address)
            .put("name", name)
            .put("outlet", outlet);
    interests(body, kinds, issuers);
    return body;
  }

  private static void interests(ObjectNode body, List<String> kinds, List<String> issuers) {
    ObjectNode interests = body.putObject("interests");
    kinds.forEach(interests.putArray("kinds")::add);
    issuers.forEach(interests.putArray("issuers")::add);
    interests.putArray("languages");
  }

  private static String officer(Talk talk, DeskClient desk) {
    return talk.speaker(
        desk, "PRESS_OFFICER", Optional.empty(), JsonNodeFactory.instance.arrayNode());
  }
}
