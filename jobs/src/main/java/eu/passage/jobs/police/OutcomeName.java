package eu.passage.jobs.police;

import eu.passage.avro.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Outcomes that close an alert, as people write them: {@code wrong-country}. */
final class OutcomeName implements ITypeConverter<Outcome> {

  static String of(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Outcome convert(String text) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.OPEN)
        .filter(outcome -> of(outcome).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is not allowed; write %s".formatted(text, allowed())));
  }

  private static String allowed() {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome != Outcome.OPEN)
        .map(OutcomeName::of)
        .collect(Collectors.joining(", "));
  }
}
