package dateline.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each phrase of this module is found in whatever way its pattern may begin: a beginning that was
 * forgotten would silence a check, unsaid.
 */
class PhrasesTest {

  /** By the constant: texts that each begin another way. */
  private static final Map<String, List<String>> BEGINNINGS =
      Map.ofEntries(
          Map.entry(
              "Addresses.PHONE",
              List.of("+353 1 555 0100", "(202) 555-0100", "202 555-0100", "1-833-555-0100")),
          Map.entry("Addresses.NATIONAL", List.of("01 555 0100", "91 555 01 00", "040 555-1234")),
          Map.entry(
              "BrokenAddresses.TYPED",
              List.of(
                  "http:/a.example",
                  "HTTPS;//a.example",
                  "http//a.example",
                  "https:www.a.example",
                  "htp://a.example",
                  "hhttp://a.example",
                  "hps://a.example",
                  "hsttp://a.example",
                  "tthp://a.example",
                  "ttps://a.example",
                  "thtp://a.example",
                  "tpps://a.example",
                  "tshp://a.example",
                  "phtt://a.example",
                  "ptth://a.example",
                  "pphs://a.example",
                  "psht://a.example",
                  "shttp://a.example",
                  "sttp://a.example",
                  "spht://a.example",
                  "ssht://a.example")),
          Map.entry(
              "MissingSpaces.STOP",
              List.of("ended.The", "ended,The", "ended;The", "ended!The", "ended?The")),
          Map.entry(
              "Placeholders.PHRASE",
              List.of(
                  "PENDING QUOTE",
                  "QUOTE PENDING",
                  "NAME TO COME",
                  "NUMBER TO FOLLOW",
                  "FIGURE TO COME",
                  "LINK PENDING",
                  "INSERT NAME",
                  "lorem ipsum",
                  "Lorem Ipsum",
                  "[insert name]",
                  "<add the date>",
                  "{enter text}",
                  "[pending]",
                  "[your NAME]",
                  "[Name]",
                  "[to be confirmed]",
                  "(quote to come)",
                  "$XX",
                  "[link]",
                  "(insert the name)",
                  "TO COME",
                  "xx/xx/2029",
                  "3.xx.2029",
                  "12/xx/2029",
                  "was ???",
                  "[●]",
                  "{{width}}",
                  "<<name>>",
                  "Click or tap here to enter text",
                  "Error! Bookmark not defined",
                  "____")),
          Map.entry(
              "MissingLinks.PROMISE",
              List.of(
                  "Click here",
                  "available here.",
                  "found here.",
                  "accessed here.",
                  "viewed here.",
                  "read here.",
                  "Register here.",
                  "watched live here.",
                  "livestreamed here.",
                  "at this link",
                  "on the following link",
                  "Following this link",
                  "via this link")),
          Map.entry(
              "EmptyContacts.LABEL",
              List.of(
                  "Media contact:",
                  "press contacts:",
                  "Please contact:",
                  "Phone:",
                  "Tel.:",
                  "telephone:",
                  "MOBILE:",
                  "Fax:",
                  "E-mail:",
                  "email:")),
          Map.entry(
              "LongAddresses.ADDRESS",
              List.of(
                  "http://a.example/the-third-gate-of-northwater-harbour",
                  "https://a.example/the-third-gate-of-northwater-harbour",
                  "www.a.example/the-third-gate-of-northwater-harbour")),
          Map.entry(
              "SaidDates.DATE",
              Stream.concat(
                      Stream.of(
                              "Mon", "Tue", "Tues", "Wed", "Wednes", "Thu", "Thurs", "Fri", "Sat",
                              "Satur", "Sun")
                          .map(day -> day + "day, May 3"),
                      Stream.concat(
                          Stream.of(
                                  "January",
                                  "Feb.",
                                  "March",
                                  "April",
                                  "May",
                                  "June",
                                  "July",
                                  "August",
                                  "Sept.",
                                  "October",
                                  "November",
                                  "December")
                              .map(month -> month + " 3, 2029"),
                          Stream.iterate(0, day -> day <= 9, day -> day + 1)
                              .map(day -> day + " May 2029")))
                  .toList()),
          Map.entry(
              "TimesWithoutZone.TIME",
              List.of("9:30 a.m.", "1 PM", "12pm", "at 08:30", "At 23:15", "around 14:00")),
          Map.entry(
              "UnclosedTexts.MARK",
              List.of("Begin text:", "BEGIN OF TEXT:", "End text", "end text:")));

  @Test
  void everyPhraseIsFoundHoweverItBegins() throws Exception {
    Map<String, Phrase> phrases = phrases();
    assertThat(phrases).containsOnlyKeys(BEGINNINGS.keySet());
    for (Map.Entry<String, Phrase> one : phrases.entrySet()) {
      for (String text : BEGINNINGS.getOrDefault(one.getKey(), List.of())) {
        String shown = one.getKey() + " in “" + text + "”";
        assertThat(pattern(one.getValue()).matcher(text).results().toList())
            .as("the pattern of %s", shown)
            .isNotEmpty();
        assertThat(one.getValue().in(text).stream().map(found -> found.group()).toList())
            .as(shown)
            .isEqualTo(
                pattern(one.getValue())
                    .matcher(text)
                    .results()
                    .map(found -> found.group())
                    .toList());
      }
    }
  }

  private static Pattern pattern(Phrase phrase) throws Exception {
    Field pattern = Phrase.class.getDeclaredField("pattern");
    pattern.setAccessible(true);
    return (Pattern) pattern.get(phrase);
  }

  /** Every constant of the module that is one, by class and name. */
  private static Map<String, Phrase> phrases() throws Exception {
    URI root = Phrase.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Map<String, Phrase> found = new TreeMap<>();
    for (Class<?> type : classes(Path.of(root))) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Phrase.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          found.put(type.getSimpleName() + '.' + field.getName(), (Phrase) field.get(null));
        }
      }
    }
    return found;
  }

  private static List<Class<?>> classes(Path root) throws Exception {
    List<Class<?>> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.');
        if (!name.endsWith("package-info.class")) {
          classes.add(
              Class.forName(
                  name.substring(0, name.length() - ".class".length()),
                  false,
                  Phrase.class.getClassLoader()));
        }
      }
    }
    return classes;
  }
}
