package dateline.launcher.imports;

import java.util.List;

/**
 * What an import did. The first six together are all versions that were met.
 *
 * @param made notes that were begun, with their first version
 * @param revised further versions that became revisions
 * @param alreadyThere versions that the desk had before they were sent
 * @param unchanged versions that say the same as the one before them
 * @param older versions before one that is there
 * @param refused lines, items and versions that stay out
 * @param deleted notes of which a feed says that they were deleted
 * @param scripts which were left out
 * @param unsafeLinks of which the words stayed and the targets went
 * @param troubles the first thousand
 */
public record Summary(
    long made,
    long revised,
    long alreadyThere,
    long unchanged,
    long older,
    long refused,
    long deleted,
    LeftOut scripts,
    LeftOut unsafeLinks,
    List<Trouble> troubles) {

  public Summary {
    troubles = List.copyOf(troubles);
  }
}
