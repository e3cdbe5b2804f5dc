package eu.passage.cep.trucks;

import eu.passage.avro.PlateReading;
import eu.passage.avro.VehicleType;
import eu.passage.schemas.plates.PlateSyntax;
import eu.passage.schemas.plates.Series;
import java.util.List;
import java.util.Optional;

/** What a plate's series tells of the vehicle that bears it; most series tell nothing. */
enum PlateHint {
  LORRY("a lorry's plate", 2.5),
  /** Mostly behind trucks, but caravans have them too. */
  TRAILER("a trailer's plate", 1),
  OTHER("a plate that trucks do not have", -2.5);

  private final String says;
  private final double logOdds;

  PlateHint(String says, double logOdds) {
    this.says = says;
    this.logOdds = logOdds;
  }

  /** Series for so many kinds of vehicles or more are for any. */
  private static final int ANY = 4;

  /**
   * Of a plate whose country is known; empty where it may be anything's. A text that fits a series
   * of few kinds is of that one: patterns of the others are wider than what is issued.
   */
  static Optional<PlateHint> of(PlateReading plate) {
    List<Series> fitting =
        PlateSyntax.shipped().matching(plate.getText()).stream()
            .filter(one -> one.country().equals(plate.getCountry()))
            .toList();
    return fitting.stream()
        .filter(one -> one.vehicles().size() < ANY && isAlone(one, fitting))
        .findFirst()
        .map(PlateHint::of);
  }

  /** Some series differ in what is painted on them, and not in their texts. */
  private static boolean isAlone(Series one, List<Series> fitting) {
    return fitting.stream()
        .filter(other -> other.pattern().equals(one.pattern()))
        .allMatch(other -> other.vehicles().equals(one.vehicles()));
  }

  private static PlateHint of(Series series) {
    if (series.vehicles().isEmpty()) {
      return TRAILER;
    }
    return series.vehicles().contains(VehicleType.TRUCK) ? LORRY : OTHER;
  }

  String says() {
    return says;
  }

  /**
   * Natural logarithm of the odds that it gives.
   *
   * @param sure that the plate was read rightly: a doubtful one says less
   */
  double weight(double sure) {
    return Math.log(sure * Math.exp(logOdds) + 1 - sure);
  }
}
