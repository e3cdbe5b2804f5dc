package eu.passage.cep.watch;

import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.schemas.plates.PlateText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Thousands of patterns, of which a passage looks at few: those with wildcards lie by the
 * characters that are fixed ({@link PlateGrip}), descriptions by type, colour, make and zone. Finds
 * what looking at all of them would find. Not thread-safe.
 */
public final class PatternIndex {

  /** Which of type, colour, make and zone a description says: a bit each. */
  private static final int DESCRIPTIONS = 1 << 4;

  private final Map<String, WatchPattern> patterns = new LinkedHashMap<>();
  private final int[] digits = new int[PlateText.MAX_LENGTH];
  private Buckets wild = new Buckets();
  private Buckets described = new Buckets();
  private int[] grips = {};
  private boolean[] descriptions = new boolean[DESCRIPTIONS];
  private int gone;

  /** Takes a pattern, in the place of an older version. */
  public void put(WatchPattern pattern) {
    remove(pattern.entry().getEntryId());
    patterns.put(pattern.entry().getEntryId(), pattern);
    index(pattern);
  }

  /** Nothing happens where there is none. */
  public void remove(String entryId) {
    if (patterns.remove(entryId) != null) {
      gone++;
      if (gone > patterns.size()) {
        rebuild();
      }
    }
  }

  public Optional<WatchPattern> find(String entryId) {
    return Optional.ofNullable(patterns.get(entryId));
  }

  public Collection<WatchPattern> all() {
    return List.copyOf(patterns.values());
  }

  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * The patterns that a passage fits ({@link WatchPattern#fits}), each once.
   *
   * @param zone the {@link NameCode} of its camera's zone
   */
  public List<WatchPattern> fitting(PassageFacts passage, int zone) {
    List<WatchPattern> found = List.of();
    int length = spell(passage.plate());
    for (int grip : grips) {
      long bucket = PlateGrip.bucket(grip, digits, length);
      if (bucket >= 0) {
        found = collect(wild.of(bucket), passage, zone, found);
      }
    }
    for (int says = 0; says < DESCRIPTIONS; says++) {
      if (descriptions[says]) {
        long code =
            code(says, passage.typeOrdinal(), passage.colourOrdinal(), passage.make(), zone);
        found = collect(described.of(code), passage, zone, found);
      }
    }
    return found;
  }

  private List<WatchPattern> collect(
      List<WatchPattern> bucket, PassageFacts passage, int zone, List<WatchPattern> found) {
    List<WatchPattern> more = found;
    for (WatchPattern pattern : bucket) {
      if (pattern.fits(passage, zone) && isCurrent(pattern)) {
        more = more.isEmpty() ? new ArrayList<>() : more;
        more.add(pattern);
      }
    }
    return more;
  }

  /** A version that was replaced lies in its bucket until all are laid out anew. */
  private boolean isCurrent(WatchPattern pattern) {
    return patterns.get(pattern.entry().getEntryId()) == pattern;
  }

  private int spell(long plate) {
    int length = 0;
    for (long rest = plate; rest != 0; length++) {
      long next = PlateCode.rest(rest);
      digits[length] = (int) (rest - next * PlateCode.BASE);
      rest = next;
    }
    return length;
  }

  private void index(WatchPattern pattern) {
    String plate = pattern.entry().getPlate().strip();
    int grip = PlateGrip.of(plate);
    if (plate.isEmpty()) {
      int[] zones = pattern.zones().length == 0 ? new int[] {NameCode.NONE} : pattern.zones();
      int says = says(pattern);
      descriptions[says] = true;
      Arrays.stream(zones)
          .distinct()
          .mapToLong(zone -> code(says, pattern.type(), pattern.colour(), pattern.make(), zone))
          .distinct()
          .forEach(code -> described.add(code, pattern));
      return;
    }
    int[] text = PlateGrip.digits(plate);
    wild.add(PlateGrip.bucket(grip, text, text.length), pattern);
    if (Arrays.stream(grips).noneMatch(g -> g == grip)) {
      grips = Arrays.copyOf(grips, grips.length + 1);
      grips[grips.length - 1] = grip;
    }
  }

  private void rebuild() {
    gone = 0;
    wild = new Buckets();
    described = new Buckets();
    grips = new int[0];
    descriptions = new boolean[DESCRIPTIONS];
    patterns.values().forEach(this::index);
  }

  private static int says(WatchPattern pattern) {
    return (pattern.type() == 0 ? 0 : 1)
        | (pattern.colour() == 0 ? 0 : 1 << 1)
        | (pattern.make() == NameCode.NONE ? 0 : 1 << 2)
        | (pattern.zones().length == 0 ? 0 : 1 << 3);
  }

  /** Codes of different descriptions may be equal; whoever looks there asks each pattern again. */
  private static long code(int says, int type, int colour, int make, int zone) {
    long code = says;
    code = code * 31 + ((says & 1) == 0 ? 0 : type);
    code = code * 31 + ((says & 1 << 1) == 0 ? 0 : colour);
    code = code * 0x9e3779b97f4a7c15L + ((says & 1 << 2) == 0 ? 0 : make);
    return code * 0x9e3779b97f4a7c15L + ((says & 1 << 3) == 0 ? 0 : zone);
  }
}
