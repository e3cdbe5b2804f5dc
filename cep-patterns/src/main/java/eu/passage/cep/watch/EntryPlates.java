package eu.passage.cep.watch;

import eu.passage.schemas.plates.PlateText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plates as entries name them: a plate, or letters and digits between wildcards. */
public final class EntryPlates {

  private static final Pattern FIXED = Pattern.compile("[^?*]+");

  private EntryPlates() {}

  /** The normal form, wildcards kept: {@code 1-ab?-2*} to {@code 1AB?2*}. */
  public static String normalise(String written) {
    return FIXED
        .matcher(written)
        .replaceAll(m -> Matcher.quoteReplacement(PlateText.normalise(m.group())));
  }

  /** Whether it names one plate. */
  public static boolean isExact(String plate) {
    return !plate.isBlank() && plate.indexOf('?') < 0 && plate.indexOf('*') < 0;
  }
}
