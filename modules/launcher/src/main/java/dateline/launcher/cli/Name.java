package dateline.launcher.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What names something on the command line: an id or a beginning of it, never nothing. */
final class Name implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException("it is empty; give an id or the beginning of one");
    }
    return value.strip();
  }
}
