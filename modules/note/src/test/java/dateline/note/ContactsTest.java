package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom to ask, as houses write it. */
class ContactsTest {

  private static List<MediaContact> contacts(String lines) {
    String text = "Gate Opened\n\nMedia Note\nMay 3, 2029\n\nThe gate is open today.\n\n" + lines;
    assertThat(NothingLost.complaints(text)).isEmpty();
    return PlainTextReader.read(text).note().contacts();
  }

  private static String said(MediaContact contact) {
    return String.join(
        "|",
        contact.name().orElse(""),
        contact.office().orElse(""),
        contact.email().orElse(""),
        String.join(", ", contact.phones()));
  }

  private static List<String> said(String lines) {
    return contacts(lines).stream().map(ContactsTest::said).toList();
  }

  @Test
  void severalBlocksStandUnderOneLabel() {
    assertThat(
            said(
                """
                Media contacts:
                Lea Moor
                Office of Tides
                Tel: 01 555 0191
                Mob: 086 555 0191
                lea@tides.example

                Tom Dell
                Gate Authority
                020 7946 0191
                tom@gate.example
                """))
        .containsExactly(
            "Lea Moor|Office of Tides|lea@tides.example|01 555 0191, 086 555 0191",
            "Tom Dell|Gate Authority|tom@gate.example|020 7946 0191");
  }

  @Test
  void labelsOfTheFieldsAreNoNames() {
    assertThat(
            said("PRESS CONTACT\nName: Lea Moor\nTitle: Head of Press\nEmail: lea@tides.example"))
        .containsExactly("Lea Moor|Head of Press|lea@tides.example|");
    assertThat(said("Contact\nLea Moor, press officer: lea@tides.example / +49 30 555019"))
        .containsExactly("Lea Moor|press officer|lea@tides.example|+49 30 555019");
  }

  @Test
  void aRequestAboveALineIsALabel() {
    assertThat(
            said(
                "For further details please contact:\n"
                    + "Lea Moor, Head of Media, +41 22 555 01 91, mobile +41 79 555 01 91,"
                    + " lea@tides.example"))
        .containsExactly(
            "Lea Moor|Head of Media|lea@tides.example|+41 22 555 01 91, +41 79 555 01 91");
    assertThat(
            said("Contact: Tom Dell, tel. 01 555 0191, or Lea Moor, 01 555 0192, l@gate.example"))
        .containsExactly("Tom Dell|||01 555 0191", "Lea Moor||l@gate.example|01 555 0192");
  }

  @Test
  void otherLanguagesAsk() {
    assertThat(said("Contact presse : Luc Morel, 01 40 55 50 19, luc@maree.example"))
        .containsExactly("Luc Morel||luc@maree.example|01 40 55 50 19");
    assertThat(said("Pressekontakt: Uta Brand, 040 555-1919, presse@tide.example"))
        .containsExactly("Uta Brand||presse@tide.example|040 555-1919");
    assertThat(said("Contacto de prensa: Eva Sanz, 91 555 01 19, prensa@marea.example"))
        .containsExactly("Eva Sanz||prensa@marea.example|91 555 01 19");
  }

  @Test
  void anAreaCodeIsNoMarkerOfAnItem() {
    String text = "Gate Opened\n\nIt opened.\n\nMedia Contact:\nLea Moor\n(330) 555-0191\n";
    assertThat(PlainTextReader.read(text).note().body())
        .noneMatch(Block.ListItem.class::isInstance);
    String wrapped = "Gate Opened\n\nIt opened pursuant to section\n(12) of the act.\n";
    assertThat(PlainTextReader.read(wrapped).note().body()).hasSize(1);
  }

  @Test
  void figuresOfATextAreNoTelephones() {
    assertThat(contacts("The gate cost 012 345 6789 pounds, and 1 234 567 890 people came."))
        .isEmpty();
  }
}
