package dateline.intake;

import dateline.intake.Manuscript.Code;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A Word document as a package of parts, opened only if it is safe to open. */
final class WordPackage implements Closeable {

  /** Bytes all parts may have together. */
  private static final long LARGEST = 64L << 20;

  /**
   * Bytes of XML: of one part, of the package's own parts together, of all that are read together.
   * Each element takes many times its few letters in memory.
   */
  private static final int LARGEST_XML = 4 << 20;

  private static final int MOST_PARTS = 2_000;

  static {
    ZipSecureFile.setMaxEntrySize(LARGEST);
  }

  /** A part that was read: its root, and what its own links lead to. */
  record Part(Element root, PackagePart part) {

    /** Where the link of this id leads. */
    Optional<String> target(String id) {
      return Optional.ofNullable(part.getRelationship(id))
          .map(found -> found.getTargetURI().toString());
    }
  }

  private final OPCPackage parts;
  private final PackagePart document;
  private int left = LARGEST_XML;

  private WordPackage(OPCPackage parts, PackagePart document) {
    this.parts = parts;
    this.document = document;
  }

  static WordPackage open(byte[] file) throws RefusedException {
    measure(file);
    OPCPackage parts = parts(file);
    PackagePart document = document(parts);
    String type = document.getContentType();
    boolean macros =
        type.contains("macroEnabled")
            || parts.getPartsByContentType("application/vnd.ms-office.vbaProject").size() > 0;
    if (macros) {
      parts.revert();
      throw new RefusedException(
          Code.MACROS, "The document has macros; save it as a document without macros (.docx).");
    }
    if (!type.contains("wordprocessingml")) {
      parts.revert();
      throw new RefusedException(
          Code.OTHER_FORMAT, "The file is no text document; save it as .docx, HTML or plain text.");
    }
    return new WordPackage(parts, document);
  }

  /** Unpacks everything once, keeping nothing, and stops where it becomes too much. */
  private static void measure(byte[] file) throws RefusedException {
    long total = 0;
    long frames = 0;
    int count = 0;
    boolean office = false;
    byte[] buffer = new byte[8_192];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        office |= entry.getName().equals("[Content_Types].xml");
        boolean xml = entry.getName().matches("(?i).*\\.(xml|rels)");
        boolean frame =
            entry.getName().matches("(?i).*\\.rels|\\[Content_Types\\]\\.xml|docProps/.*\\.xml");
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size = 0;
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
          size += n;
          total += n;
          frames += frame ? n : 0;
          if (total > LARGEST || frames > LARGEST_XML || (xml && size > LARGEST_XML)) {
            throw bomb();
          }
          if (frame) {
            kept.write(buffer, 0, n);
          }
        }
        if (frame) {
          parsed(new ByteArrayInputStream(kept.toByteArray()));
        }
        if (++count > MOST_PARTS) {
          throw bomb();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
    if (!office) {
      throw new RefusedException(
          Code.OTHER_FORMAT,
          "The file is an archive and no Word document; hand in the document itself.");
    }
  }

  private static RefusedException bomb() {
    return new RefusedException(
        Code.DOCX_BOMB,
        "The document unpacks to more than %d MB, or %d MB of XML; hand in the text alone."
            .formatted(LARGEST >> 20, LARGEST_XML >> 20));
  }

  static RefusedException damaged(Exception cause) {
    RefusedException refused =
        new RefusedException(
            Code.DAMAGED_DOCX,
            "The Word document is damaged and cannot be opened; save it again in Word.");
    refused.initCause(cause);
    return refused;
  }

  private static OPCPackage parts(byte[] file) throws RefusedException {
    try {
      return OPCPackage.open(new ByteArrayInputStream(file));
    } catch (InvalidFormatException | IOException e) {
      throw damaged(e);
    } catch (RuntimeException e) {
      // At damaged packages the library throws whatever its own libraries happen to.
      throw damaged(e);
    }
  }

  private static PackagePart document(OPCPackage parts) throws RefusedException {
    for (PackageRelationship relationship : parts.getRelationships()) {
      if (relationship.getRelationshipType().endsWith("/relationships/officeDocument")) {
        PackagePart part = parts.getPart(relationship);
        if (part != null) {
          return part;
        }
      }
    }
    throw new RefusedException(
        Code.DAMAGED_DOCX, "The file has no Word document in it; save it again in Word.");
  }

  /** The document itself. */
  Part document() throws RefusedException {
    return read(document);
  }

  /** The parts of this type: {@code "styles"}, {@code "footnotes"}. */
  List<Part> related(String type) throws RefusedException {
    List<Part> related = new ArrayList<>();
    for (PackageRelationship relationship : relationships()) {
      boolean inside = relationship.getTargetMode() == TargetMode.INTERNAL;
      if (inside && relationship.getRelationshipType().endsWith("/relationships/" + type)) {
        related.add(read(part(relationship)));
      }
    }
    return related;
  }

  private List<PackageRelationship> relationships() throws RefusedException {
    try {
      List<PackageRelationship> all = new ArrayList<>();
      document.getRelationships().forEach(all::add);
      return all;
    } catch (InvalidFormatException e) {
      throw damaged(e);
    }
  }

  private PackagePart part(PackageRelationship relationship) throws RefusedException {
    try {
      PackagePart part = document.getRelatedPart(relationship);
      if (part != null) {
        return part;
      }
    } catch (InvalidFormatException | IllegalArgumentException e) {
      throw damaged(e);
    }
    throw new RefusedException(
        Code.DAMAGED_DOCX, "A part of the Word document is missing; save it again in Word.");
  }

  private Part read(PackagePart part) throws RefusedException {
    try (InputStream in = part.getInputStream()) {
      byte[] xml = in.readNBytes(left + 1);
      left -= xml.length;
      if (left < 0) {
        throw bomb();
      }
      return new Part(parsed(new ByteArrayInputStream(xml)), part);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /**
   * Reads XML without document type or entities. The library's own way of telling about faults is
   * to print them; so what it will read is read here first.
   */
  private static Element parsed(InputStream in) throws RefusedException, IOException {
    DocumentBuilder builder = XMLHelper.newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler());
    try {
      return builder.parse(in).getDocumentElement();
    } catch (SAXException e) {
      if (String.valueOf(e.getMessage()).contains("maxElementDepth")) {
        throw new RefusedException(
            Code.TOO_DEEP,
            "The document's parts stand too deep in each other; copy its text into a new one.");
      }
      throw damaged(e);
    }
  }

  @Override
  public void close() {
    parts.revert();
  }
}
