package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However YAML quotes, escapes and folds a predicate, a fault in it is shown where it stands. */
class ScalarPlacesTest {

  private static final RuleLanguage LANGUAGE = Rules.language();

  private enum Style {
    PLAIN,
    SINGLE,
    DOUBLE,
    ESCAPED,
    LITERAL,
    FOLDED
  }

  @Property(tries = 500)
  void aMisspeltNameIsShownWhereItStands(
      @ForAll Style style,
      @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 3) Integer> before,
      @ForAll boolean lines,
      @ForAll @IntRange(min = 0, max = 3) int indent) {
    String text =
        "rule: x\ntitle: X\nwhen: " + written(style, before, lines, indent) + "\nonce: 1h\n";
    String untilThere = text.substring(0, text.indexOf("platte"));

    RuleException e = catchThrowableOfType(RuleException.class, () -> LANGUAGE.parse("f", text));

    assertThat(e.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.message()).startsWith("'platte' is not known");
              assertThat(fault.line()).isEqualTo(untilThere.split("\n", -1).length);
              String line = untilThere.substring(untilThere.lastIndexOf('\n') + 1);
              assertThat(fault.column()).isEqualTo(line.codePointCount(0, line.length()) + 1);
            });
  }

  private static String written(Style style, List<Integer> before, boolean lines, int indent) {
    String space = lines ? "\n  " + " ".repeat(style == Style.LITERAL ? indent : 0) : " ";
    String parts =
        before.stream()
            .map(
                i ->
                    List.of("late &&", "type != 'CAR' &&", "make != 'Škoda' &&", "model != '🚚' &&")
                        .get(i))
            .map(part -> part + space)
            .collect(Collectors.joining());
    String predicate = parts + "platte == '1ABC234'";
    return switch (style) {
      case PLAIN -> predicate;
      case SINGLE -> "'" + predicate.replace("'", "''") + "'";
      case DOUBLE -> '"' + predicate + '"';
      case ESCAPED -> '"' + predicate.replace("'", "\\x27").replace("&&", "\\u0026&") + '"';
      case LITERAL -> "|\n  " + predicate;
      case FOLDED -> ">\n\n  " + predicate;
    };
  }
}
