package dateline.newsroom;

import dateline.runtime.http.Content;
import java.util.LinkedHashMap;
import java.util.Map;

/** A note as schema.org's NewsArticle, for search engines. */
final class LinkedData {

  private LinkedData() {}

  /** JSON that can stand in a script element: no character of it can end the element. */
  static String of(Site site, PublicNote note) {
    Map<String, Object> office = new LinkedHashMap<>();
    office.put("@type", "GovernmentOrganization");
    office.put("name", site.name());
    office.put("url", site.absolute("/"));
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("@context", "https://schema.org");
    article.put("@type", "NewsArticle");
    article.put("@id", site.absolute(note.path()));
    article.put("url", site.absolute(note.canonicalPath()));
    article.put("mainEntityOfPage", site.absolute(note.canonicalPath()));
    article.put("headline", note.note().headline());
    note.note().subheadline().ifPresent(line -> article.put("alternativeHeadline", line));
    note.note().kind().ifPresent(kind -> article.put("articleSection", kind));
    article.put("inLanguage", note.language());
    article.put("datePublished", note.published().toString());
    article.put("dateModified", note.changed().toString());
    article.put("version", note.version());
    note.note().place().ifPresent(place -> article.put("dateline", place));
    article.put(
        "author",
        note.note()
            .issuer()
            .<Object>map(issuer -> Map.of("@type", "GovernmentOrganization", "name", issuer))
            .orElse(office));
    article.put("publisher", office);
    return Content.json(200, article)
        .body()
        .text()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
