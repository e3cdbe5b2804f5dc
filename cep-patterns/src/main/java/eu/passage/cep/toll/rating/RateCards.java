package eu.passage.cep.toll.rating;

import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.cep.toll.tariff.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tariffs, found by charging point. */
final class RateCards {

  /** The longest local day, when clocks are put back. */
  private static final Duration DAY = Duration.ofHours(25);

  private final Map<String, List<RateCard>> byPoint = new HashMap<>();

  /** Those that name no points. */
  private final List<RateCard> anywhere = new ArrayList<>();

  private final Duration horizon;

  RateCards(TariffTable tariffs) {
    Duration longest = Duration.ZERO;
    boolean capped = false;
    for (Tariff tariff : tariffs.all()) {
      RateCard card = new RateCard(tariff);
      Set<String> points = points(tariff.pricing());
      points.forEach(point -> byPoint.computeIfAbsent(point, any -> new ArrayList<>()).add(card));
      if (points.isEmpty()) {
        anywhere.add(card);
      }
      longest = card.longestWay().compareTo(longest) > 0 ? card.longestWay() : longest;
      capped |= tariff.cap() != null;
    }
    horizon = capped ? longest.plus(DAY) : longest;
  }

  private static Set<String> points(Pricing pricing) {
    return pricing instanceof Pricing.PerPassage perPassage
        ? Set.copyOf(perPassage.where().points())
        : pricing.ways().stream().map(Way::to).collect(Collectors.toSet());
  }

  /** The one by which a passage may owe. */
  Optional<RateCard> at(Ride ride) {
    for (RateCard card : byPoint.getOrDefault(ride.chargingPoint(), List.of())) {
      if (card.isFor(ride)) {
        return Optional.of(card);
      }
    }
    for (RateCard card : anywhere) {
      if (card.isFor(ride)) {
        return Optional.of(card);
      }
    }
    return Optional.empty();
  }

  Duration horizon() {
    return horizon;
  }
}
