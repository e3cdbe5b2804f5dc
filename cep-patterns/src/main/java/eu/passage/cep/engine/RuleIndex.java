package eu.passage.cep.engine;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Facets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/**
 * Which of many rules a passage may concern: for each facet and value a set of bits, one a rule; a
 * passage's candidates are what the sets of its values have in common. Facets that no rule looks at
 * cost nothing.
 */
final class RuleIndex {

  private static final int TYPES = 16;
  private static final int COLOURS = 32;
  private static final int HOURS = 24;

  /** A facet: a passage's value leads to the rules that allow it. */
  private record Facet(ToIntFunction<PassageFacts> value, long[][] rules) {}

  private final int words;
  private final Facet[] facets;
  private final Map<Long, long[]> plates = new HashMap<>();
  private final long[] anyPlate;

  RuleIndex(List<Facets> rules, CameraTable cameras, LocalClock clock) {
    words = (rules.size() + Long.SIZE - 1) / Long.SIZE;
    List<Facet> used = new ArrayList<>();
    add(used, rules, PassageFacts::typeOrdinal, TYPES, (f, v) -> bit(f.types(), v));
    add(used, rules, PassageFacts::colourOrdinal, COLOURS, (f, v) -> bit(f.colours(), v));
    add(used, rules, p -> p.crossing() ? 1 : 0, 2, (f, v) -> bit(f.crossing(), v));
    add(used, rules, p -> clock.hour(p.at()), HOURS, (f, v) -> bit(f.hours(), v));
    add(used, rules, PassageFacts::to, CountryCode.SIZE, (f, v) -> allows(f.to(), v));
    add(used, rules, PassageFacts::from, CountryCode.SIZE, (f, v) -> allows(f.from(), v));
    add(used, rules, PassageFacts::country, CountryCode.SIZE, (f, v) -> allows(f.countries(), v));
    // place 0 stands for all cameras that the catalogue does not know
    int[] codes = new int[cameras.all().size() + 1];
    for (int i = 1; i < codes.length; i++) {
      codes[i] = NameCode.of(cameras.all().get(i - 1).id());
    }
    add(
        used,
        rules,
        p -> cameras.place(p.camera()) + 1,
        codes.length,
        (f, v) -> v == 0 ? allowsUnknown(f, cameras) : allows(f.cameras(), codes[v]));
    facets = used.toArray(new Facet[0]);
    anyPlate = set(rules.size(), i -> rules.get(i).plates() == null);
    for (Facets rule : rules) {
      if (rule.plates() != null) {
        for (Long plate : rule.plates()) {
          plates.computeIfAbsent(
              plate, p -> set(rules.size(), i -> allows(rules.get(i).plates(), p)));
        }
      }
    }
  }

  /** How many longs {@link #candidates} fills. */
  int words() {
    return words;
  }

  /** Bit i of the result: rule i may concern this passage. */
  void candidates(PassageFacts passage, long[] into) {
    long[] start = plates.isEmpty() ? anyPlate : plates.getOrDefault(passage.plate(), anyPlate);
    System.arraycopy(start, 0, into, 0, words);
    for (Facet facet : facets) {
      long[] allowed = facet.rules[facet.value.applyAsInt(passage)];
      for (int i = 0; i < words; i++) {
        into[i] &= allowed[i];
      }
    }
  }

  private interface Allows {
    boolean test(Facets rule, int value);
  }

  private void add(
      List<Facet> used,
      List<Facets> rules,
      ToIntFunction<PassageFacts> value,
      int values,
      Allows allows) {
    long[][] sets = new long[values][];
    Map<List<Long>, long[]> shared = new HashMap<>();
    for (int v = 0; v < values; v++) {
      int one = v;
      long[] set = set(rules.size(), i -> allows.test(rules.get(i), one));
      List<Long> content = new ArrayList<>();
      for (long word : set) {
        content.add(word);
      }
      sets[v] = shared.computeIfAbsent(content, key -> set);
    }
    if (shared.size() > 1 || !Arrays.equals(sets[0], set(rules.size(), i -> true))) {
      used.add(new Facet(value, sets));
    }
  }

  private long[] set(int rules, IntPredicate contains) {
    long[] set = new long[words];
    for (int i = 0; i < rules; i++) {
      if (contains.test(i)) {
        set[i / Long.SIZE] |= 1L << i;
      }
    }
    return set;
  }

  private static boolean allowsUnknown(Facets rule, CameraTable cameras) {
    return rule.cameras() == null
        || rule.cameras().stream().anyMatch(code -> cameras.place(code) < 0);
  }

  private static boolean bit(int mask, int place) {
    return (mask >>> place & 1) != 0;
  }

  private static <T> boolean allows(
      java.util.@org.jspecify.annotations.Nullable Set<T> set, T value) {
    return set == null || set.contains(value);
  }
}
