package eu.passage.cep.model;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a passage must at least have for a predicate to hold, one set of allowed values for each
 * facet: a passage outside any of them cannot fit, one inside all of them may. This is what the
 * index of rules is made of. Null: any value.
 *
 * @param cameras codes of cameras
 * @param from codes of countries left; 0 for no crossing
 * @param to codes of countries entered; 0 for no crossing
 * @param countries codes of the plate's country
 * @param plates codes of plates
 * @param types a bit for each allowed ordinal of the type
 * @param colours a bit for each allowed ordinal of the colour
 * @param hours a bit for each local hour, 0 to 23
 * @param crossing bit 0: may be no crossing; bit 1: may be one
 */
public record Facets(
    @Nullable Set<Integer> cameras,
    @Nullable Set<Integer> from,
    @Nullable Set<Integer> to,
    @Nullable Set<Integer> countries,
    @Nullable Set<Long> plates,
    int types,
    int colours,
    int hours,
    int crossing) {

  private static final int ALL = -1;

  /** Says nothing. */
  public static final Facets ANY = new Facets(null, null, null, null, null, ALL, ALL, ALL, ALL);

  public static Facets cameras(Set<Integer> codes) {
    return new Facets(codes, null, null, null, null, ALL, ALL, ALL, ALL);
  }

  /** Leaves one of these countries. */
  public static Facets from(Set<Integer> codes) {
    return new Facets(null, codes, null, null, null, ALL, ALL, ALL, crossings(codes));
  }

  /** Enters one of these countries. */
  public static Facets to(Set<Integer> codes) {
    return new Facets(null, null, codes, null, null, ALL, ALL, ALL, crossings(codes));
  }

  public static Facets countries(Set<Integer> codes) {
    return new Facets(null, null, null, codes, null, ALL, ALL, ALL, ALL);
  }

  public static Facets plates(Set<Long> codes) {
    return new Facets(null, null, null, null, codes, ALL, ALL, ALL, ALL);
  }

  public static Facets types(int mask) {
    return new Facets(null, null, null, null, null, mask, ALL, ALL, ALL);
  }

  public static Facets colours(int mask) {
    return new Facets(null, null, null, null, null, ALL, mask, ALL, ALL);
  }

  public static Facets hours(int mask) {
    return new Facets(null, null, null, null, null, ALL, ALL, mask, ALL);
  }

  /** Is a crossing, or is none. */
  public static Facets crossing(boolean is) {
    return new Facets(null, null, null, null, null, ALL, ALL, ALL, is ? 2 : 1);
  }

  /** What must hold when both must. */
  public Facets and(Facets other) {
    return new Facets(
        both(cameras, other.cameras),
        both(from, other.from),
        both(to, other.to),
        both(countries, other.countries),
        both(plates, other.plates),
        types & other.types,
        colours & other.colours,
        hours & other.hours,
        crossing & other.crossing);
  }

  /** What must hold when either must: facet by facet, so it may allow more than either. */
  public Facets or(Facets other) {
    return new Facets(
        either(cameras, other.cameras),
        either(from, other.from),
        either(to, other.to),
        either(countries, other.countries),
        either(plates, other.plates),
        types | other.types,
        colours | other.colours,
        hours | other.hours,
        crossing | other.crossing);
  }

  private static int crossings(Set<Integer> codes) {
    int none = codes.contains(0) ? 1 : 0;
    return codes.size() > none ? 2 | none : none;
  }

  private static <T> @Nullable Set<T> both(@Nullable Set<T> a, @Nullable Set<T> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<T> both = new HashSet<>(a);
    both.retainAll(b);
    return Set.copyOf(both);
  }

  private static <T> @Nullable Set<T> either(@Nullable Set<T> a, @Nullable Set<T> b) {
    if (a == null || b == null) {
      return null;
    }
    Set<T> either = new HashSet<>(a);
    either.addAll(b);
    return Set.copyOf(either);
  }
}
