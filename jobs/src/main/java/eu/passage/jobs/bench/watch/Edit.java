package eu.passage.jobs.bench.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a text differs from the plate it was read off, so that another plate can be read as wrongly.
 *
 * @param swaps characters read as others
 * @param longer how many characters more were read, negative for fewer
 * @param added a character that was read where there is none; any where none was
 */
record Edit(List<Swap> swaps, int longer, char added) {

  /** One character read as another. */
  record Swap(char from, char to) {}

  /** How a reading differs from what stands there. */
  static Edit between(String plate, String read) {
    if (plate.length() == read.length()) {
      List<Swap> swaps = new ArrayList<>();
      for (int i = 0; i < plate.length(); i++) {
        if (plate.charAt(i) != read.charAt(i)) {
          swaps.add(new Swap(plate.charAt(i), read.charAt(i)));
        }
      }
      return new Edit(swaps, 0, '0');
    }
    return new Edit(List.of(), read.length() - plate.length(), read.charAt(read.length() - 1));
  }

  /** Another plate read in the same way; empty where it lacks the characters that were confused. */
  Optional<String> applied(String plate, RandomGenerator random) {
    StringBuilder text = new StringBuilder(plate);
    boolean[] taken = new boolean[plate.length()];
    for (Swap swap : swaps) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < plate.length(); i++) {
        if (plate.charAt(i) == swap.from && !taken[i]) {
          places.add(i);
        }
      }
      if (places.isEmpty()) {
        return Optional.empty();
      }
      int place = places.get(random.nextInt(places.size()));
      taken[place] = true;
      text.setCharAt(place, swap.to);
    }
    for (int i = 0; i < longer; i++) {
      text.insert(random.nextInt(text.length() + 1), added);
    }
    for (int i = 0; i < -longer && text.length() > 1; i++) {
      text.deleteCharAt(random.nextInt(text.length()));
    }
    return Optional.of(text.toString());
  }
}
