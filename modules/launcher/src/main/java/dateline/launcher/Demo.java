package dateline.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.launcher.cli.AudienceCommands;
import dateline.launcher.cli.ClearanceText;
import dateline.launcher.cli.DeskClient;
import dateline.launcher.cli.NoteCommands;
import dateline.launcher.cli.NoteText;
import dateline.launcher.cli.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text all the way from a file to the inboxes, through the same HTTP API that people use:
 * nothing is done for the demo that a press office could not do itself.
 */
final class Demo {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern CONFIRM =
      Pattern.compile("https?://[^\\s\"<>]+/subscriptions/confirm\\?[^\\s\"<>]+");

  private final DeskClient desk;
  private final URI newsroom;
  private final URI inbox;
  private final String mark;
  private final Steps steps;
  private final HttpClient web =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param mark what its recipients' addresses have before the @, so that it can be repeated where
   *     others are: {@code "-1f3a"}; may be empty
   */
  Demo(DeskClient desk, URI newsroom, URI inbox, String mark, Steps steps) {
    this.desk = desk;
    this.newsroom = newsroom;
    this.inbox = inbox;
    this.mark = mark;
    this.steps = steps;
  }

  /**
   * Runs it; true if the page serves the cleared text and every mail arrived.
   *
   * @param type media type of the text
   */
  boolean run(byte[] text, String type) throws IOException, InterruptedException {
    People people = new People(desk.get("/api/directory").body());
    String officer = somebody(people, "PRESS_OFFICER", Optional.empty(), nobody());

    Set<String> recipients = audience(officer);
    DeskClient.Answer draft = desk.postText("/api/notes", officer, type, text);
    steps.done("%s reads the text".formatted(people.name(officer)));
    steps.detail(NoteText.fields(draft.body()));
    JsonNode findings = draft.body().path("reading").path("findings");
    steps.done("Checks found %d".formatted(findings.size()));
    steps.detail(NoteText.findings(draft.body().path("reading")));

    DeskClient.Answer submitted = NoteCommands.handIn(desk, officer, draft, waivers(draft.body()));
    String note = NoteCommands.path(submitted.body());
    steps.done(
        "%s submits note %s".formatted(people.name(officer), submitted.body().path("id").asText()));
    JsonNode asked = await(note, officer, n -> !n.path("clearance").path("lines").isEmpty());
    steps.done("Who must clear, and why");
    steps.detail(ClearanceText.of(asked));

    clearByAll(people, note, officer, asked);
    JsonNode cleared = desk.get(note, officer).body();
    String approver = somebody(people, "APPROVER", Optional.empty(), cleared.path("contributors"));
    act(note + "/approval", approver, note);
    steps.done(
        "%s approves the text with SHA-256 %s…"
            .formatted(people.name(approver), digest(cleared).substring(0, 16)));
    await(note, officer, n -> n.path("state").asText().equals("READY"));
    String duty = somebody(people, "DUTY_OFFICER", Optional.empty(), cleared.path("contributors"));
    act(note + "/release", duty, note);
    steps.done("%s releases it".formatted(people.name(duty)));

    boolean public_ = page(cleared);
    boolean mailed = mails(cleared, recipients);
    return public_ && mailed;
  }

  private static final List<Recipient> PRESS =
      List.of(
          new Recipient("ines.falk@courier.example", "Ines Falk", "The Harbour Courier"),
          new Recipient("desk@wire-agency.example", "Night Desk", "Wire Agency"));

  private static final String READER = "reader@home.example";

  private record Recipient(String address, String name, String outlet) {}

  /**
   * Two journalists and one reader who confirms from the mail, as people do. Answers whom a mail
   * must reach.
   */
  private Set<String> audience(String officer) throws IOException, InterruptedException {
    Set<String> recipients = new TreeSet<>();
    for (Recipient press : PRESS) {
      AudienceCommands.addContact(
          desk,
          officer,
          AudienceCommands.contact(
              marked(press.address()), press.name(), press.outlet(), List.of(), List.of()));
      recipients.add(marked(press.address()));
    }
    steps.done("%d press contacts are listed".formatted(PRESS.size()));
    String reader = marked(READER);
    int before = subscribers(officer);
    AudienceCommands.subscribe(desk, officer, reader, List.of(), List.of());
    String asks =
        text(
            inbox.resolve(
                "/mails/" + await(this::mailsTo, reader).getFirst().path("id").asText() + "/raw"));
    Matcher link =
        CONFIRM.matcher(asks.replace("=\r\n", "").replace("=3D", "=").replace("&amp;", "&"));
    if (!link.find()) {
      throw new StartException("The mail that asks the reader for confirmation has no link.");
    }
    HttpResponse<String> confirmed =
        web.send(
            HttpRequest.newBuilder(URI.create(link.group()))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    if (confirmed.statusCode() != 200) {
      throw new StartException(
          "The newsroom did not take the confirmation: HTTP " + confirmed.statusCode() + '.');
    }
    awaitThat("the subscription is confirmed", () -> subscribers(officer) > before);
    recipients.add(reader);
    steps.done("A reader subscribed and confirmed from the mail");
    return recipients;
  }

  private int subscribers(String officer) {
    return desk.get("/api/contacts", officer).body().path("subscribers").asInt();
  }

  private String marked(String address) {
    return address.replace("@", mark + '@');
  }

  /** What blocks is waived with a reason, on the record: the text is submitted as it is. */
  private Map<String, String> waivers(JsonNode note) {
    Map<String, String> waivers = new LinkedHashMap<>();
    for (JsonNode finding : note.path("findings")) {
      if (finding.path("severity").asText().equals("BLOCKS")) {
        waivers.put(
            finding.path("code").asText(), "Submitted as received, for this demonstration.");
      }
    }
    waivers.forEach((code, reason) -> steps.detail("waived " + code + ": " + reason));
    return waivers;
  }

  private void clearByAll(People people, String note, String officer, JsonNode asked) {
    for (JsonNode line : asked.path("clearance").path("lines")) {
      String power = line.path("power").asText();
      String office = line.path("office").asText();
      JsonNode now = desk.get(note, officer).body();
      Optional<String> reviewer =
          people.first("REVIEWER", Optional.of(office), now.path("contributors"));
      if (reviewer.isEmpty() && !power.equals("CLEAR")) {
        continue;
      }
      String who =
          reviewer.orElseThrow(() ->
              new StartException(
                  "Nobody of the office " + office + " may clear; mend the directory."));
      DeskClient.Answer read = desk.get(note, who);
      ObjectNode body = NoteCommands.digest(read);
      body.put("answer", power.equals("INFORM") ? "SEEN" : "CLEARED");
      desk.post(note + "/clearances", who, read.etag(), body);
      steps.done(
          "%s %s for %s"
              .formatted(
                  people.name(who),
                  power.equals("INFORM") ? "has seen it" : "clears it",
                  line.path("officeName").asText(office)));
    }
  }

  private void act(String path, String person, String note) {
    DeskClient.Answer read = desk.get(note, person);
    desk.post(path, person, read.etag(), NoteCommands.digest(read));
  }

  /** Whether the public page serves the text that was cleared. */
  private boolean page(JsonNode cleared) throws InterruptedException {
    URI address = newsroom.resolve("/notes/" + cleared.path("id").asText());
    URI machine = newsroom.resolve("/notes/" + cleared.path("id").asText() + ".json");
    awaitThat("the public page is there", () -> status(address) == 200);
    steps.done("The public page: " + address);
    boolean same =
        get(machine).body().contains(digest(cleared))
            && get(address).body().contains(digest(cleared));
    steps.detail(
        same
            ? "serves the cleared text, SHA-256 " + digest(cleared)
            : "DOES NOT serve the cleared text");
    return same;
  }

  /** Whether each recipient has exactly one mail about the note. */
  private boolean mails(JsonNode cleared, Set<String> recipients) throws InterruptedException {
    String id = cleared.path("id").asText();
    Set<String> reached = new TreeSet<>();
    Set<String> waiting = new TreeSet<>(recipients);
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!waiting.isEmpty() && Instant.now().isBefore(deadline)) {
      for (JsonNode mail : allMails()) {
        String to = mail.path("to").path(0).asText();
        if (waiting.contains(to)
            && text(inbox.resolve("/mails/" + mail.path("id").asText() + "/raw")).contains(id)) {
          waiting.remove(to);
          reached.add(to);
          steps.done("Mail to %s: %s".formatted(to, mail.path("subject").asText()));
        }
      }
      pause();
    }
    waiting.forEach(address -> steps.done("NO MAIL to " + address));
    long copies =
        allMails().stream()
            .filter(mail -> recipients.contains(mail.path("to").path(0).asText()))
            .filter(mail ->
                text(inbox.resolve("/mails/" + mail.path("id").asText() + "/raw")).contains(id))
            .count();
    if (copies > reached.size()) {
      steps.done("%d mails arrived for %d recipients".formatted(copies, reached.size()));
    }
    return waiting.isEmpty() && copies == recipients.size();
  }

  private List<JsonNode> mailsTo(String address) {
    return allMails().stream()
        .filter(mail -> mail.path("to").path(0).asText().equals(address))
        .toList();
  }

  private List<JsonNode> allMails() {
    try {
      List<JsonNode> mails = new ArrayList<>();
      JSON.readTree(get(inbox.resolve("/mails.json")).body()).forEach(mails::add);
      return mails;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new StartException("The mail inbox does not answer as it should.", e);
    }
  }

  private <T> List<T> await(java.util.function.Function<String, List<T>> question, String of)
      throws InterruptedException {
    awaitThat("a mail to " + of + " arrives", () -> !question.apply(of).isEmpty());
    return question.apply(of);
  }

  private JsonNode await(String note, String person, Predicate<JsonNode> condition)
      throws InterruptedException {
    awaitThat("the note goes on", () -> condition.test(desk.get(note, person).body()));
    return desk.get(note, person).body();
  }

  private static void awaitThat(String what, Supplier<Boolean> condition)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.get()) {
      if (Instant.now().isAfter(deadline)) {
        throw new StartException(
            "Waited %d s in vain until %s.".formatted(PATIENCE.toSeconds(), what));
      }
      pause();
    }
  }

  private static void pause() throws InterruptedException {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private int status(URI address) {
    return get(address).statusCode();
  }

  private String text(URI address) {
    return get(address).body();
  }

  private HttpResponse<String> get(URI address) {
    try {
      return web.send(
          HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StartException(address + " does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Stopped while " + address + " was asked.", e);
    }
  }

  private static String somebody(
      People people, String role, Optional<String> office, JsonNode not) {
    return people
        .first(role, office, not)
        .orElseThrow(() ->
            new StartException("The directory has nobody with the role " + role + "; mend it."));
  }

  private static JsonNode nobody() {
    return JsonNodeFactory.instance.arrayNode();
  }

  private static String digest(JsonNode note) {
    return note.path("digest").asText();
  }
}
