package eu.passage.jobs.police;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchReference;
import eu.passage.jobs.console.Style;
import eu.passage.schemas.plates.PlateSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plate as read beside the plate as listed. Where they differ both are written without
 * separators, so that each character stands where it does in the other, and marked below.
 */
final class PlatesBeside {

  private static final String READ = "read ";
  private static final String LISTED = "   listed ";

  private final Style style;

  PlatesBeside(Style style) {
    this.style = style;
  }

  List<String> lines(Alert alert, WatchReference watch) {
    String read = CardText.shown(alert.getPlate());
    String listed = CardText.shown(watch.getPlate());
    Set<Integer> differs = new HashSet<>(watch.getDiffers());
    if (differs.isEmpty()) {
      PlateSyntax syntax = PlateSyntax.shipped();
      String shown =
          listed.isEmpty() ? "by description" : syntax.display(watch.getCountry(), listed);
      return List.of(
          READ
              + style.bold(syntax.display(alert.getCountry(), read))
              + country(alert.getCountry())
              + LISTED
              + style.bold(shown)
              + (listed.isEmpty() ? "" : country(watch.getCountry())));
    }
    Set<Integer> marked = read.length() == listed.length() ? differs : Set.of();
    String first = READ + paint(read, differs) + country(alert.getCountry());
    String second = LISTED + paint(listed, marked) + country(watch.getCountry());
    String gap = " ".repeat(country(alert.getCountry()).length() + LISTED.length());
    return List.of(
        first + second,
        (" ".repeat(READ.length()) + marks(read, differs) + gap + marks(listed, marked))
            .stripTrailing());
  }

  private static String country(@Nullable String country) {
    return " (" + (country == null || country.isEmpty() ? "?" : CardText.shown(country)) + ")";
  }

  private String paint(String plate, Set<Integer> differs) {
    StringBuilder painted = new StringBuilder();
    for (int i = 0; i < plate.length(); i++) {
      String character = plate.substring(i, i + 1);
      painted.append(differs.contains(i) ? style.red(character) : style.bold(character));
    }
    return painted.toString();
  }

  private static String marks(String plate, Set<Integer> differs) {
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < plate.length(); i++) {
      marks.append(differs.contains(i) ? '^' : ' ');
    }
    return marks.toString();
  }
}
