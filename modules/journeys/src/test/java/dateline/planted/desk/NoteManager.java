package dateline.planted.desk;

import dateline.note.MediaNote;
import dateline.planted.clearance.Answered;
import dateline.planted.drafting.Drafting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A name that says nothing; it knows engines, logs a headline and swallows faults. */
public final class NoteManager {
  private static final Logger log = LoggerFactory.getLogger(NoteManager.class);

  private NoteManager() {}

  /** Everything a face may not do. */
  public static void work(MediaNote note) {
    try {
      Drafting.answer(new Answered("legal"));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("headline", note.headline()).log("not answered");
    }
  }
}
