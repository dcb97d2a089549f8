package dateline.launcher.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an import did, how long it took and what it took in memory.
 *
 * @param files how many were given
 * @param began {@link System#nanoTime}
 * @param residentBefore MiB, where the system says it
 */
record ImportReport(int files, long began, Optional<Long> residentBefore) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ImportReport begin(int files) {
    return new ImportReport(files, System.nanoTime(), resident("VmRSS:"));
  }

  ObjectNode json(Summary summary) {
    double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0;
    ObjectNode json =
        JSON.createObjectNode()
            .put("files", files)
            .put("notesMade", summary.made())
            .put("revisionsMade", summary.revised())
            .put("alreadyThere", summary.alreadyThere())
            .put("unchanged", summary.unchanged())
            .put("older", summary.older())
            .put("refused", summary.refused())
            .put("deletedAtSource", summary.deleted())
            .put("scriptsLeftOut", summary.scripts().versions())
            .put("unsafeLinksLeftOut", summary.unsafeLinks().versions())
            .put("seconds", seconds)
            .put("versionsPerSecond", Math.round(10 * versions(summary) / seconds) / 10.0);
    first(json, "firstScripts", summary.scripts());
    first(json, "firstUnsafeLinks", summary.unsafeLinks());
    residentBefore.ifPresent(mib -> json.put("residentBeforeMiB", mib));
    resident("VmHWM:").ifPresent(mib -> json.put("residentMostMiB", mib));
    ArrayNode refused = json.putArray("troubles");
    summary.troubles().forEach(trouble -> refused.add(json(trouble)));
    return json;
  }

  private static void first(ObjectNode json, String name, LeftOut leftOut) {
    leftOut
        .first()
        .ifPresent(place -> json.putObject(name).put("file", place.file()).put("at", place.at()));
  }

  private static ObjectNode json(Trouble trouble) {
    return JSON.createObjectNode()
        .put("file", trouble.place().file())
        .put("at", trouble.place().at())
        .put("refused", trouble.refused())
        .put("code", trouble.code())
        .put("detail", trouble.sentence());
  }

  private static long versions(Summary it) {
    return it.made() + it.revised() + it.alreadyThere() + it.unchanged() + it.older();
  }

  static String text(JsonNode json) {
    StringBuilder out = new StringBuilder();
    line(out, json, "notesMade", "notes made, each a draft");
    line(out, json, "revisionsMade", "further versions made revisions");
    line(out, json, "alreadyThere", "versions were there already");
    line(out, json, "unchanged", "versions say the same as the one before");
    line(out, json, "older", "versions are older than what is there; not put in between");
    line(out, json, "refused", "refused, each told above");
    line(out, json, "deletedAtSource", "deleted at the source, each told above");
    line(
        out,
        json,
        "scriptsLeftOut",
        "versions had scripts, which were left out; the first is "
            + place(json.path("firstScripts")));
    line(
        out,
        json,
        "unsafeLinksLeftOut",
        "versions had links that are not safe; their words stay, their targets went; the first is "
            + place(json.path("firstUnsafeLinks")));
    out.append(
        "It took %.1f s (%.1f versions a second)"
            .formatted(json.path("seconds").asDouble(), json.path("versionsPerSecond").asDouble()));
    if (json.has("residentMostMiB")) {
      out.append(
          " and at most %d MiB of memory here".formatted(json.path("residentMostMiB").asLong()));
    }
    return out.append(".\n").toString();
  }

  private static String place(JsonNode first) {
    return first.path("file").asText() + ", " + first.path("at").asText();
  }

  private static void line(StringBuilder out, JsonNode json, String name, String words) {
    long count = json.path(name).asLong();
    if (count > 0 || name.endsWith("Made") || name.equals("refused")) {
      out.append("%,7d  %s%n".formatted(count, words));
    }
  }

  /** What this process holds in memory; Linux says it. */
  private static Optional<Long> resident(String field) {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith(field))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
