package eu.passage.cep.roads;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Direction;
import eu.passage.avro.NextPlace;
import eu.passage.cep.rules.Estaimpuis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The roads of Estaimpuis: nobody is at the next camera before the alert says. */
class ShippedRoadsTest {

  private static final Instant AT = Instant.parse("2026-03-10T01:10:00Z");
  private static final List<String> CAMERAS = List.of("EST-1", "EST-2", "EST-3");
  private static final List<String> PLACES =
      List.of("EST-1", "EST-2", "EST-3", "Risquons-Tout", "Rekkem", "Lamain");

  private final RoadSettings shipped = RoadSettings.ESTAIMPUIS;
  private final RoadGraph graph = new RoadGraph(Estaimpuis.CAMERAS, shipped);
  private final CrowsFlight crow = new CrowsFlight(Estaimpuis.CAMERAS, shipped);

  @Test
  void fromEveryCameraEveryOtherPlaceIsToldOnBothSides() {
    for (String camera : CAMERAS) {
      for (String side : List.of("BE", "FR")) {
        assertThat(next(camera, side))
            .as("from %s in %s", camera, side)
            .extracting(NextPlace::getPlace)
            .containsExactlyInAnyOrderElementsOf(
                PLACES.stream().filter(place -> !place.equals(camera)).toList());
      }
    }
  }

  /**
   * No tolerance: the minutes are rounded down, so a place that is not quite where it is said fits.
   */
  @Test
  void noPlaceIsToldLaterThanAFastCarCanBeThereNorAMinuteTooEarly() {
    for (String camera : CAMERAS) {
      for (NextPlace place :
          Stream.of("BE", "FR").flatMap(s -> next(camera, s).stream()).toList()) {
        Duration soonest = crow.between(camera, place.getPlace()).orElseThrow();
        assertThat(Duration.between(AT, place.getEarliestAt()))
            .as("from %s to %s", camera, place.getPlace())
            .isLessThanOrEqualTo(soonest)
            .isGreaterThan(soonest.minusMinutes(1));
      }
    }
  }

  @Test
  void noRoadIsSlowerThanTwoOthersOneAfterTheOther() {
    for (Road road : shipped.roads()) {
      for (Road first : shipped.roads()) {
        for (Road second : shipped.roads()) {
          if (first.from().equals(road.from())
              && first.to().equals(second.from())
              && second.to().equals(road.to())
              && first.country().equals(road.country())
              && second.country().equals(road.country())) {
            assertThat(road.fastest())
                .as("%s, or by %s", road, first.to())
                .isLessThanOrEqualTo(first.fastest().plus(second.fastest()));
          }
        }
      }
    }
  }

  /** Both sides of the border are as long: what is told must not depend on chance. */
  @Test
  void whoDoesNotTellItsSideIsTakenAsStillInBelgiumAndAnnouncedToFrance() {
    for (String camera : CAMERAS) {
      assertThat(graph.next(camera, Direction.UNKNOWN, null, AT))
          .hasSize(5)
          .extracting(NextPlace::getToCountry)
          .containsOnly("FR");
    }
  }

  @Test
  void noShippedRoadIsWarnedOf() {
    assertThat(crow.slowerRoads()).isEmpty();
  }

  private List<NextPlace> next(String camera, String side) {
    return graph.next(camera, Direction.UNKNOWN, side, AT);
  }
}
