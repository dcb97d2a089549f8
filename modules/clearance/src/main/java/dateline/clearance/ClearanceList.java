package dateline.clearance;

import dateline.kernel.OfficeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who must clear a text, who is consulted and who is informed.
 *
 * @param directoryVersion of the directory whose rules made the list, from 1; 0 if none was ever
 *     applied
 * @param lines one an office, in the order of the rules: several lines given for one office become
 *     its strongest
 */
public record ClearanceList(long directoryVersion, List<ClearanceLine> lines) {

  public ClearanceList {
    Map<OfficeId, ClearanceLine> merged = new LinkedHashMap<>();
    lines.forEach(line -> merged.merge(line.office(), line, ClearanceLine::and));
    lines = List.copyOf(merged.values());
  }

  /** Whether at least one office must clear. Without one nothing may pass. */
  boolean asksForClearance() {
    return lines.stream().anyMatch(line -> line.power() == Power.CLEAR);
  }

  Optional<ClearanceLine> lineOf(OfficeId office) {
    return lines.stream().filter(line -> line.office().equals(office)).findFirst();
  }

  /** The offices by id, as a refusal prints them: {@code "legal, security"}. */
  String offices() {
    return lines.stream().map(line -> line.office().value()).collect(Collectors.joining(", "));
  }
}
