package eu.passage.cep.toll.tariff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two tariffs that cannot stand together, since an event could not tell them apart or a passage
 * could owe by both.
 *
 * @param why in words, beginning in the middle of a sentence
 */
public record Clash(Tariff first, Tariff second, String why) {

  /** Whether two clash. */
  public static Optional<Clash> between(Tariff first, Tariff second) {
    if (first.name().equals(second.name())) {
      return Optional.of(new Clash(first, second, "have the same id and version"));
    }
    if (!begin(first).isBefore(end(second)) || !begin(second).isBefore(end(first))) {
      return Optional.empty();
    }
    return first.id().equals(second.id())
        ? Optional.of(new Clash(first, second, "are in force on the same days"))
        : place(first.pricing(), second.pricing())
            .map(place -> new Clash(first, second, "could both apply to one passage" + place));
  }

  private static Optional<String> place(Pricing one, Pricing other) {
    if (one instanceof Pricing.PerPassage first) {
      return other instanceof Pricing.PerPassage second
          ? place(first.where(), second.where())
          : place(first.where(), points(other.ways(), true));
    }
    return other instanceof Pricing.PerPassage second
        ? place(second.where(), points(one.ways(), true))
        : shared(points(one.ways(), false), points(other.ways(), false));
  }

  private static Optional<String> place(Where first, Where second) {
    if (!first.meets(second)) {
      return Optional.empty();
    }
    return Optional.of(
        shared(new HashSet<>(first.points()), new HashSet<>(second.points())).orElse(""));
  }

  /** A passage at an entry has no charge of its own, so nothing else may charge it. */
  private static Optional<String> place(Where where, Set<String> points) {
    return where.points().isEmpty()
        ? Optional.of("")
        : shared(new HashSet<>(where.points()), points);
  }

  private static Optional<String> shared(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).sorted().findFirst().map(at -> " at " + at);
  }

  private static Set<String> points(List<Way> ways, boolean alsoEntries) {
    Set<String> points = new HashSet<>();
    for (Way way : ways) {
      points.add(way.to());
      if (alsoEntries) {
        points.add(way.from());
      }
    }
    return points;
  }

  private static Instant begin(Tariff tariff) {
    return tariff.validFrom().atStartOfDay(tariff.zone()).toInstant();
  }

  private static Instant end(Tariff tariff) {
    return tariff.validTo().atStartOfDay(tariff.zone()).toInstant();
  }

  /** Both, and why. */
  public String text() {
    return "%s and %s %s".formatted(first.name(), second.name(), why);
  }
}
