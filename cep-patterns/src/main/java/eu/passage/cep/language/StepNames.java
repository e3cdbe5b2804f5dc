package eu.passage.cep.language;

import eu.passage.cep.predicate.PredicateCompiler;
import java.util.Set;
import java.util.regex.Pattern;

/** What a step may be called: later predicates name it, so it must be no other word of theirs. */
final class StepNames {

  private static final int LONGEST = 32;
  private static final Pattern SHAPE = Pattern.compile("[a-z][A-Za-z0-9_]*");

  /** Words that read as something else in a step; predicates have reserved ones of their own. */
  private static final Set<String> TAKEN =
      Set.of("then", "next", "not", "times", "optional", "crossing", "passage", "where", "this");

  private StepNames() {}

  /** What is wrong with a name, or nothing. */
  static String wrong(String name) {
    if (name.length() > LONGEST) {
      return "A step's name has %d characters at most.".formatted(LONGEST);
    }
    if (!SHAPE.matcher(name).matches()) {
      return "A step's name is one word of letters and digits that begins with a small letter, and '%s' is not."
          .formatted(Fields.shown(name));
    }
    if (TAKEN.contains(name) || PredicateCompiler.reservedNames().contains(name)) {
      return "A step cannot be called '%s', since predicates use this word already."
          .formatted(name);
    }
    return "";
  }
}
