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
 * @param owner the action office, which alone may change it; {@link OfficeId#NONE} in records that
 *     do not say
 * @param approvers how many people must give the final approval, at least one
 * @param lines one an office, in the order of the rules: several lines given for one office become
 *     its strongest
 */
public record ClearanceList(
    long directoryVersion, OfficeId owner, int approvers, List<ClearanceLine> lines) {

  public ClearanceList {
    if (approvers < 1) {
      throw new IllegalArgumentException("somebody gives the final approval");
    }
    Map<OfficeId, ClearanceLine> merged = new LinkedHashMap<>();
    lines.forEach(line -> merged.merge(line.office(), line, ClearanceLine::and));
    lines = List.copyOf(merged.values());
  }

  /** A list that nobody owns and one approver ends. */
  public ClearanceList(long directoryVersion, List<ClearanceLine> lines) {
    this(directoryVersion, OfficeId.NONE, 1, lines);
  }

  ClearanceList withLines(List<ClearanceLine> others) {
    return new ClearanceList(directoryVersion, owner, approvers, others);
  }

  /** Whether at least one office must clear. Without one nothing may pass. */
  boolean asksForClearance() {
    return lines.stream().anyMatch(ClearanceLine::mustClear);
  }

  Optional<ClearanceLine> lineOf(OfficeId office) {
    return lines.stream().filter(line -> line.office().equals(office)).findFirst();
  }

  /** The offices by id, as a refusal prints them: {@code "legal, security"}. */
  String offices() {
    return lines.stream().map(line -> line.office().value()).collect(Collectors.joining(", "));
  }
}
