package eu.passage.cep.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import eu.passage.avro.Direction;
import eu.passage.avro.NextPlace;
import eu.passage.cep.rules.Estaimpuis;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a vehicle can be next. */
class RoadGraphTest {

  private static final Instant AT = Instant.parse("2026-03-10T01:10:00Z");

  private static final Crossing IN = new Crossing("FR", "BE");
  private static final Crossing OUT = new Crossing("BE", "FR");

  /** N and S stand at the border, INLAND on the road between the junction and the border point. */
  private static final CameraCatalogue CAMERAS =
      new CameraCatalogue(
          List.of(camera("N", IN, OUT), camera("S", OUT, IN), camera("INLAND", null, null)));

  private static final List<BorderPoint> BORDERS =
      List.of(new BorderPoint("Lamain", "E42", List.of("BE", "FR")));

  private static final List<Road> ROADS =
      List.of(
          road("N", "Middle", "BE", 3),
          road("Middle", "S", "BE", 2),
          road("N", "S", "FR", 4),
          new Road("Middle", "INLAND", "BE", Duration.ofMinutes(5), null, Road.Way.APPROACHING),
          new Road("INLAND", "Lamain", "BE", Duration.ofMinutes(7), Road.Way.APPROACHING, null),
          new Road("INLAND", "N", "BE", Duration.ofMinutes(8), Road.Way.RECEDING, null));

  private final RoadGraph graph = graph(Duration.ofMinutes(45), 6, ROADS);

  @Test
  void whoHasEnteredBelgiumCanOnlyGoOnByTheRoadsOfBelgium() {
    assertThat(graph.next("N", Direction.APPROACHING, "BE", AT))
        .containsExactly(
            next("S", "road S", "FR", 5),
            next("INLAND", "road INLAND", null, 8),
            next("Lamain", "E42", "FR", 15));
  }

  @Test
  void whoHasEnteredFranceCanOnlyGoOnByTheRoadsOfFrance() {
    assertThat(graph.next("N", Direction.RECEDING, "FR", AT))
        .containsExactly(next("S", "road S", "BE", 4));
  }

  @Test
  void theWayPastACameraInlandSaysWhichRoadsAreAhead() {
    assertThat(graph.next("INLAND", Direction.APPROACHING, null, AT))
        .containsExactly(next("Lamain", "E42", "FR", 7));
    assertThat(graph.next("INLAND", Direction.RECEDING, null, AT))
        .containsExactly(next("N", "road N", "FR", 8));
    assertThat(graph.next("INLAND", Direction.UNKNOWN, null, AT))
        .extracting(NextPlace::getPlace)
        .containsExactly("Lamain", "N");
  }

  @Test
  void aPassageThatDoesNotTellItsSideLeavesBothOpen() {
    assertThat(graph.next("N", Direction.UNKNOWN, null, AT))
        .extracting(NextPlace::getPlace, NextPlace::getToCountry)
        .startsWith(tuple("S", "BE"), tuple("INLAND", null));
  }

  @Test
  void placesTooFarOrTooManyAreNotTold() {
    assertThat(graph(Duration.ofMinutes(8), 6, ROADS).next("N", Direction.APPROACHING, "BE", AT))
        .extracting(NextPlace::getPlace)
        .containsExactly("S", "INLAND");
    assertThat(graph(Duration.ofMinutes(45), 1, ROADS).next("N", Direction.APPROACHING, "BE", AT))
        .extracting(NextPlace::getPlace)
        .containsExactly("S");
  }

  @Test
  void withoutRoadsAndForACameraThatIsNotKnownNothingIsTold() {
    RoadGraph none = new RoadGraph(CAMERAS, RoadSettings.NONE);
    assertThat(none.next("N", Direction.APPROACHING, "BE", AT)).isEmpty();
    assertThat(graph.next("X", Direction.APPROACHING, "BE", AT)).isEmpty();
  }

  @Test
  void theShippedRoadsLeadFromEveryCameraToABorderPointOnEitherSide() {
    CameraCatalogue cameras = Estaimpuis.CAMERAS;
    RoadGraph shipped = new RoadGraph(cameras, RoadSettings.shippedFor(cameras));
    for (String camera : List.of("EST-1", "EST-2", "EST-3")) {
      for (String entered : List.of("BE", "FR")) {
        String other = entered.equals("BE") ? "FR" : "BE";
        assertThat(shipped.next(camera, Direction.UNKNOWN, entered, AT))
            .hasSizeGreaterThan(3)
            .extracting(NextPlace::getToCountry)
            .containsOnly(other);
      }
    }
  }

  @Test
  void theShippedRoadsAreForTheShippedCamerasOnly() {
    assertThat(RoadSettings.shippedFor(CAMERAS)).isEqualTo(RoadSettings.NONE);
  }

  @Test
  void aPlaceThatIsNotThereIsNamedWithTheOneThatWasMeant() {
    refused(List.of(road("N", "Lamein", "BE", 3)))
        .hasMessageContaining("the road from N to Lamein names Lamein")
        .hasMessageContaining("did you mean 'Lamain'?");
  }

  @Test
  void aRoadOnTheWrongSideOfABorderIsRefused() {
    refused(List.of(road("N", "Middle", "FR", 3)))
        .hasMessageContaining("lies in FR, but Middle does not touch that side");
    refused(List.of(new Road("N", "S", "BE", Duration.ofMinutes(3), Road.Way.RECEDING, null)))
        .hasMessageContaining("lies in BE, but N does not touch that side");
  }

  @Test
  void aRoadCannotBeginAtABorderPoint() {
    refused(List.of(road("Lamain", "N", "FR", 3))).hasMessageContaining("begins at a border point");
  }

  @Test
  void aBorderPointThatNoRoadLeadsToIsRefused() {
    refused(List.of(road("N", "S", "FR", 4)))
        .hasMessageContaining("no road leads from a camera to the border point Lamain");
  }

  @Test
  void twoPlacesOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                new RoadGraph(
                    CAMERAS,
                    new RoadSettings(
                        Duration.ofMinutes(45),
                        6,
                        List.of(new Junction("N", "BE")),
                        List.of(),
                        List.of())))
        .hasMessage("two places of the road graph are named N");
  }

  @Test
  void aRoadTakesTimeAndLeadsSomewhereElse() {
    assertThatThrownBy(() -> road("N", "S", "BE", -1)).hasMessageContaining("positive time");
    assertThatThrownBy(() -> road("N", "N", "BE", 1)).hasMessageContaining("to itself");
    assertThatThrownBy(() -> new BorderPoint("B", "E42", List.of("BE", "BE")))
        .hasMessageContaining("between two countries");
    assertThatThrownBy(() -> new BorderPoint("B", "E42", List.of("BE", "France")))
        .hasMessageContaining("two capitals such as FR, not 'France'");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(List<Road> roads) {
    return assertThatThrownBy(() -> graph(Duration.ofMinutes(45), 6, roads))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RoadGraph graph(Duration lookAhead, int mostPlaces, List<Road> roads) {
    return new RoadGraph(
        CAMERAS,
        new RoadSettings(
            lookAhead, mostPlaces, List.of(new Junction("Middle", "BE")), BORDERS, roads));
  }

  private static Road road(String from, String to, String country, int minutes) {
    return new Road(from, to, country, Duration.ofMinutes(minutes));
  }

  private static NextPlace next(String place, String road, @Nullable String to, int minutes) {
    return new NextPlace(place, road, to, AT.plus(Duration.ofMinutes(minutes)));
  }

  private static Camera camera(
      String id, @Nullable Crossing approaching, @Nullable Crossing receding) {
    return new Camera(id, "BE", "road " + id, "border", 50.7, 3.25, approaching, receding, false);
  }
}
