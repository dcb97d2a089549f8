package dateline.newsroom;

import dateline.note.Digest;
import dateline.note.MediaNote;
import dateline.runtime.http.PercentEncoding;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/**
 * A note as the public has it now.
 *
 * @param id note id
 * @param version of the text, from 1
 * @param published when its first version became public
 * @param updated when this version became public
 * @param digest of the text
 * @param note the text
 * @param addendum who endorsed the text after its release
 */
record PublicNote(
    String id,
    int version,
    Instant published,
    Instant updated,
    Digest digest,
    MediaNote note,
    Addendum addendum) {

  /** When the public last got something new of it: this version, or an addendum to it. */
  Instant changed() {
    return addendum.asOf().filter(updated::isBefore).orElse(updated);
  }

  /** The last part of the note's own address. It is for readers alone; the id finds the note. */
  String slug() {
    String plain =
        Normalizer.normalize(note.headline(), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("['\u2019]", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.length() > 60) {
      int dash = plain.lastIndexOf('-', 60);
      plain = plain.substring(0, dash > 0 ? dash : 60);
    }
    return plain.isEmpty() ? "note" : plain;
  }

  /** The note's path: {@code "/notes/4f2a"}. */
  String path() {
    return "/notes/" + PercentEncoding.encode(id);
  }

  /** The path that says what the note is about: {@code "/notes/4f2a/ports-open-again"}. */
  String canonicalPath() {
    return path() + '/' + slug();
  }

  /** BCP 47 tag of its main language; {@code "en"} if it does not say. */
  String language() {
    return note.languages().isEmpty() ? "en" : note.languages().getFirst();
  }
}
