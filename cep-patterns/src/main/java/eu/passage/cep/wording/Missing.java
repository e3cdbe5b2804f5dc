package eu.passage.cep.wording;

import eu.passage.cep.model.Body;
import eu.passage.cep.model.Rule;
import eu.passage.cep.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What did not happen, in the words of an absence's last step. */
final class Missing {

  private static final Pattern COUNTRY =
      Pattern.compile(
          "(?:(?:crossing|passage)\\s+where\\s+)?(from|to)\\s*==\\s*['\"]([A-Z]{2})['\"]");

  private Missing() {}

  /**
   * The deed that did not come. Empty where the step asks more than one plain question: then a
   * vehicle may well have done the deed, only not in the way that the rule asks for, and nothing
   * false must be told.
   */
  static Optional<Deed> deed(Rule rule) {
    if (!(rule.body() instanceof Body.Sequence sequence) || !rule.absence()) {
      return Optional.empty();
    }
    List<Step> steps = sequence.steps();
    String text = steps.get(steps.size() - 1).predicate().text().strip();
    Matcher country = COUNTRY.matcher(text);
    if (country.matches()) {
      String iso = country.group(2);
      return Optional.of(country.group(1).equals("from") ? Deed.left(iso, "") : Deed.entered(iso));
    }
    return switch (text) {
      case "crossing" -> Optional.of(Deed.CROSSED);
      case "passage" -> Optional.of(Deed.SEEN);
      default -> Optional.empty();
    };
  }
}
