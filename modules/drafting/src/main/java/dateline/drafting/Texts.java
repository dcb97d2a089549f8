package dateline.drafting;

import dateline.note.Block;
import dateline.note.MediaNote;
import java.util.ArrayList;
import java.util.List;

/** Texts made of other texts. */
final class Texts {

  private Texts() {}

  /** This note with another body. */
  static MediaNote withBody(MediaNote note, List<Block> body) {
    return new MediaNote(
        note.headline(),
        note.subheadline(),
        note.kind(),
        note.issuer(),
        note.place(),
        note.date(),
        note.releaseLine(),
        note.embargoLine(),
        note.attribution(),
        note.correction(),
        note.releaseNumber(),
        body,
        note.contacts(),
        note.boilerplate(),
        note.endMark(),
        note.languages());
  }

  /**
   * This note with other blocks in the place of one.
   *
   * @param block position of the one, from 1
   */
  static MediaNote withBlocks(MediaNote note, int block, List<Block> instead) {
    List<Block> body = new ArrayList<>(note.body().subList(0, block - 1));
    body.addAll(instead);
    body.addAll(note.body().subList(block, note.body().size()));
    return withBody(note, body);
  }
}
