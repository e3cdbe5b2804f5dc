package eu.passage.cep.toll.registry;

import eu.passage.cep.toll.VehicleFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a vehicle as one number. Each number fact is one more than itself, so that 0 is what is
 * not known; words are places in lists.
 */
final class PackedFacts {

  private static final int MASS_BITS = 20;
  private static final int AXLE_BITS = 6;
  private static final int EURO_BITS = 4;
  private static final int WORD_BITS = 16;

  private final Words<String> classes = new Words<>("CO2 classes");
  private final Words<Set<String>> uses = new Words<>("combinations of uses");

  long pack(VehicleFacts facts) throws FactException {
    long packed = uses.place(facts.uses());
    packed = packed << WORD_BITS | (facts.co2Class() == null ? 0 : classes.place(facts.co2Class()));
    packed = packed << EURO_BITS | number(facts.euroClass());
    packed = packed << AXLE_BITS | number(facts.axles());
    return packed << MASS_BITS | number(facts.maximumMassKg());
  }

  VehicleFacts unpack(long packed) {
    long rest = packed;
    Integer mass = number(rest, MASS_BITS);
    rest >>>= MASS_BITS;
    Integer axles = number(rest, AXLE_BITS);
    rest >>>= AXLE_BITS;
    Integer euro = number(rest, EURO_BITS);
    rest >>>= EURO_BITS;
    int place = (int) (rest & (1 << WORD_BITS) - 1);
    String co2Class = place == 0 ? null : classes.at(place);
    return new VehicleFacts(euro, co2Class, mass, axles, uses.at((int) (rest >>> WORD_BITS)));
  }

  private static long number(@Nullable Integer value) {
    return value == null ? 0 : value + 1L;
  }

  private static @Nullable Integer number(long packed, int bits) {
    int value = (int) (packed & (1 << bits) - 1);
    return value == 0 ? null : value - 1;
  }

  /** Words by their places, from 1. */
  private static final class Words<T> {

    private final String meaning;
    private final Map<T, Integer> places = new HashMap<>();
    private final List<T> words = new ArrayList<>();

    Words(String meaning) {
      this.meaning = meaning;
    }

    int place(T word) throws FactException {
      Integer known = places.get(word);
      if (known != null) {
        return known;
      }
      if (words.size() + 1 == 1 << WORD_BITS) {
        throw new FactException("more than %d different %s".formatted(words.size(), meaning));
      }
      words.add(word);
      places.put(word, words.size());
      return words.size();
    }

    T at(int place) {
      return words.get(place - 1);
    }
  }
}
