package eu.passage.cep.predicate;

import eu.passage.cep.predicate.PredicateException.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The faults found so far. */
final class Faults {

  /** More would help nobody. */
  private static final int MOST = 20;

  private static final Pattern LONG_WORD = Pattern.compile("(\\S{60})\\S+");

  private final List<Fault> found = new ArrayList<>();

  void add(int offset, String message, String advice) {
    Fault fault = new Fault(offset, shortened(message), shortened(advice));
    if (!found.contains(fault)) {
      found.add(fault);
    }
  }

  /** Words of hostile length are cut. */
  private static String shortened(String text) {
    return LONG_WORD.matcher(text).replaceAll("$1…");
  }

  void throwIfAny() throws PredicateException {
    if (!found.isEmpty()) {
      throw exception();
    }
  }

  PredicateException exception() {
    return new PredicateException(
        found.stream().sorted(Comparator.comparingInt(Fault::offset)).limit(MOST).toList());
  }
}
