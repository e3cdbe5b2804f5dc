package eu.passage.cep.watch;

import eu.passage.cep.facts.CodeTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Patterns by a code, found without an object being made. */
final class Buckets {

  private static final int FEW = 16;

  private final List<List<WatchPattern>> buckets = new ArrayList<>();
  private long[] codes = new long[FEW];
  private CodeTable places = new CodeTable(FEW);

  void add(long code, WatchPattern pattern) {
    int place = places.get(code);
    if (place == CodeTable.ABSENT) {
      place = buckets.size();
      if (place == codes.length) {
        grow();
      }
      codes[place] = code;
      places.put(code, place);
      buckets.add(new ArrayList<>(1));
    }
    buckets.get(place).add(pattern);
  }

  /** Empty where there are none. */
  List<WatchPattern> of(long code) {
    int place = places.get(code);
    return place == CodeTable.ABSENT ? List.of() : buckets.get(place);
  }

  private void grow() {
    int size = codes.length;
    codes = Arrays.copyOf(codes, 2 * size);
    places = new CodeTable(2 * size);
    for (int i = 0; i < size; i++) {
      places.put(codes[i], i);
    }
  }
}
