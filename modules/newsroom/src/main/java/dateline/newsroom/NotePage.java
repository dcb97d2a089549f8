package dateline.newsroom;

import dateline.note.HtmlRendering;
import dateline.note.MediaNote;

/** The page of a note. */
record NotePage(Site site, PublicNote note) {

  MediaNote text() {
    return note.note();
  }

  /** The text as HTML, already escaped. */
  String article() {
    return HtmlRendering.of(text());
  }

  /** Who endorsed it after its release, as HTML, already escaped; empty if nobody did. */
  String addendum() {
    return note.addendum().html(site);
  }

  /** The JSON-LD block, already escaped for a script element. */
  String linkedData() {
    return LinkedData.of(site, note);
  }

  String canonical() {
    return site.absolute(note.canonicalPath());
  }

  boolean changed() {
    return note.version() > 1;
  }
}
