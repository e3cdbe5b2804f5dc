package eu.passage.jobs.bench.watch;

import eu.passage.jobs.scenario.TrueVehicle;
import eu.passage.schemas.plates.Confusions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done elsewhere: the text as read against the list, with one character left open. */
final class PlainMatching {

  /** How a read may differ from the list. */
  enum Way {
    EXACT("the text exact"),
    ONE_LOOK_ALIKE("one look-alike substitution"),
    ANY_ONE("any one substitution");

    private final String title;

    Way(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private static final char OPEN = '*';

  private final List<TrueVehicle> listed;
  private final Map<String, List<Integer>> byMask = new HashMap<>();

  PlainMatching(List<TrueVehicle> listed) {
    this.listed = listed;
    for (int i = 0; i < listed.size(); i++) {
      for (String mask : masks(listed.get(i).plate())) {
        byMask.computeIfAbsent(mask, key -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The places in the list of what a read is taken for. */
  List<Integer> hits(String read, Way way) {
    List<Integer> hits = new ArrayList<>();
    for (String mask : masks(read)) {
      for (int place : byMask.getOrDefault(mask, List.of())) {
        if (!hits.contains(place) && fits(read, listed.get(place).plate(), way)) {
          hits.add(place);
        }
      }
    }
    return hits;
  }

  private static boolean fits(String read, String plate, Way way) {
    for (int i = 0; i < read.length(); i++) {
      char a = read.charAt(i);
      char b = plate.charAt(i);
      if (a != b) {
        boolean alike = Confusions.across(a, b) > 0 || Confusions.within(a, b) > 0;
        return way == Way.ANY_ONE || (way == Way.ONE_LOOK_ALIKE && alike);
      }
    }
    return true;
  }

  private static List<String> masks(String text) {
    List<String> masks = new ArrayList<>(text.length());
    for (int i = 0; i < text.length(); i++) {
      masks.add(text.substring(0, i) + OPEN + text.substring(i + 1));
    }
    return masks;
  }
}
