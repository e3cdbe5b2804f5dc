package eu.passage.cep.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.rules.Estaimpuis;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowsFlightTest {

  private static final Junction TEMPLEUVE = new Junction("Templeuve", "BE", 50.6448, 3.2832);
  private static final Junction NOWHERE = new Junction("Nowhere", "BE");
  private static final BorderPoint LAMAIN =
      new BorderPoint("Lamain", "E42", List.of("BE", "FR"), 50.599, 3.268);

  @Test
  void fromCameraToCameraItIsTheDistanceAtAHundredAndThirty() {
    // 4.356 km
    assertThat(crow().between("EST-1", "EST-3")).contains(Duration.ofMinutes(2));
    assertThat(crow().between("EST-3", "EST-1")).contains(Duration.ofMinutes(2));
  }

  @Test
  void junctionsAndBorderPointsCountWhereItIsKnownWhereTheyLie() {
    assertThat(crow().between("Templeuve", "Lamain")).contains(Duration.ofSeconds(144));
    assertThat(crow().between("EST-1", "Nowhere")).isEmpty();
    assertThat(crow().between("EST-1", "nothing of the kind")).isEmpty();
  }

  @Test
  void aRoadThatIsSlowerIsToldWithBothTimes() {
    assertThat(crow(road("Templeuve", "Lamain", 145)).slowerRoads())
        .containsExactly(
            "the road from Templeuve to Lamain in BE says that nobody is there before 2:25 min, but"
                + " it is 5.2 km as the crow flies, which at 130 km/h take 2:24 min; a vehicle can"
                + " be there before its alert says");
  }

  @Test
  void aRoadOfThatTimeOrOfAnUnknownPlaceIsNot() {
    assertThat(crow(road("Templeuve", "Lamain", 144), road("EST-3", "Nowhere", 6000)).slowerRoads())
        .isEmpty();
  }

  @Test
  void halfAPointIsRefused() {
    assertThatThrownBy(() -> new Junction("Templeuve", "BE", 50.6, null))
        .hasMessage("junction Templeuve needs latitude and longitude, or neither");
    assertThatThrownBy(() -> new BorderPoint("Lamain", "E42", List.of("BE", "FR"), null, 3.2))
        .hasMessage("border point Lamain needs latitude and longitude, or neither");
  }

  private static CrowsFlight crow(Road... roads) {
    return new CrowsFlight(
        Estaimpuis.CAMERAS,
        new RoadSettings(
            Duration.ofMinutes(45),
            6,
            List.of(TEMPLEUVE, NOWHERE),
            List.of(LAMAIN),
            List.of(roads)));
  }

  private static Road road(String from, String to, int seconds) {
    return new Road(from, to, "BE", Duration.ofSeconds(seconds));
  }
}
