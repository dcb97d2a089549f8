package dateline.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small Word documents from the XML of their parts. */
final class Docx {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TYPES =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String RELATED =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String mainType = TYPES + "document.main+xml";

  /** A document with this content in its body. */
  static Docx body(String xml) {
    Docx docx = new Docx();
    docx.parts.put("word/document.xml", wrapped("document", "<w:body>" + xml + "</w:body>"));
    return docx;
  }

  /** A part beside the document: {@code "styles"}, {@code "footnotes"}, {@code "header"}. */
  Docx with(String part, String xml) {
    String root = Map.of("header", "hdr", "footer", "ftr").getOrDefault(part, part);
    parts.put("word/" + part + ".xml", wrapped(root, xml));
    types.append(
        "<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
            .formatted(part, TYPES, part));
    relations.append(
        "<Relationship Id=\"r%s\" Type=\"%s%s\" Target=\"%s.xml\"/>"
            .formatted(part, RELATED, part, part));
    return this;
  }

  Docx link(String id, String target) {
    relations.append(
        "<Relationship Id=\"%s\" Type=\"%shyperlink\" Target=\"%s\" TargetMode=\"External\"/>"
            .formatted(id, RELATED, target));
    return this;
  }

  Docx raw(String name, String content) {
    parts.put(name, content);
    return this;
  }

  Docx type(String contentType) {
    mainType = contentType;
    return this;
  }

  private static String wrapped(String root, String xml) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:"
        + root
        + " xmlns:w=\""
        + W
        + "\" xmlns:r=\""
        + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
        + xml
        + "</w:"
        + root
        + ">";
  }

  /** A paragraph of one run. */
  static String p(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  /** A paragraph with properties. */
  static String p(String properties, String text) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "[Content_Types].xml",
        "<?xml version=\"1.0\"?><Types"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + mainType
            + "\"/>"
            + types
            + "</Types>");
    all.put(
        "_rels/.rels",
        relationships(
            "<Relationship Id=\"r1\" Type=\""
                + RELATED
                + "officeDocument\" Target=\"word/document.xml\"/>"));
    all.put("word/_rels/document.xml.rels", relationships(relations.toString()));
    all.putAll(parts);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String relationships(String inside) {
    return "<?xml version=\"1.0\"?><Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + inside
        + "</Relationships>";
  }
}
