package eu.passage.cep.wording;

import java.util.Locale;
import java.util.Map;

/** Countries in French, where article and preposition follow gender, number and first letter. */
final class FrenchCountries {

  /** How a name behaves. */
  private enum Kind {
    FEMININE,
    MASCULINE,
    PLURAL,
    /** An island or a city: no article, "à". */
    BARE
  }

  /** What the rule "feminine if it ends with e" gets wrong. */
  private static final Map<String, Kind> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("NL", Kind.PLURAL),
          Map.entry("US", Kind.PLURAL),
          Map.entry("AE", Kind.PLURAL),
          Map.entry("PH", Kind.PLURAL),
          Map.entry("MC", Kind.BARE),
          Map.entry("SM", Kind.BARE),
          Map.entry("CY", Kind.BARE),
          Map.entry("MT", Kind.BARE),
          Map.entry("CU", Kind.BARE),
          Map.entry("MG", Kind.BARE),
          Map.entry("SG", Kind.BARE),
          Map.entry("MK", Kind.FEMININE),
          Map.entry("KR", Kind.FEMININE),
          Map.entry("KP", Kind.FEMININE),
          Map.entry("ZA", Kind.FEMININE),
          Map.entry("MX", Kind.MASCULINE),
          Map.entry("KH", Kind.MASCULINE),
          Map.entry("MZ", Kind.MASCULINE),
          Map.entry("ZW", Kind.MASCULINE));

  private FrenchCountries() {}

  /** {@code la Belgique}, {@code le Luxembourg}, {@code les Pays-Bas}, {@code l’Allemagne}. */
  static String withArticle(String iso) {
    String name = name(iso);
    return switch (kind(iso, name)) {
      case PLURAL -> "les " + name;
      case BARE -> name;
      case FEMININE -> elides(name) ? "l’" + name : "la " + name;
      case MASCULINE -> elides(name) ? "l’" + name : "le " + name;
    };
  }

  /** {@code en Belgique}, {@code au Luxembourg}, {@code aux Pays-Bas}. */
  static String into(String iso) {
    String name = name(iso);
    return switch (kind(iso, name)) {
      case PLURAL -> "aux " + name;
      case BARE -> "à " + name;
      case FEMININE -> "en " + name;
      case MASCULINE ->
          elides(name) ? "en " + name : unknown(iso) ? "dans le " + name : "au " + name;
    };
  }

  /** {@code Belgique}. */
  static String name(String iso) {
    return Countries.name(iso, Locale.FRENCH).orElse("pays " + iso);
  }

  private static boolean unknown(String iso) {
    return Countries.name(iso, Locale.FRENCH).isEmpty();
  }

  private static Kind kind(String iso, String name) {
    return EXCEPTIONS.getOrDefault(iso, name.endsWith("e") ? Kind.FEMININE : Kind.MASCULINE);
  }

  private static boolean elides(String name) {
    return "AEÉIÎOU".indexOf(name.charAt(0)) >= 0;
  }
}
