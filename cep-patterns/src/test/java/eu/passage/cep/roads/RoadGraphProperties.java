package eu.passage.cep.roads;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Direction;
import eu.passage.avro.NextPlace;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The earliest times, on any roads between cameras inland. */
class RoadGraphProperties {

  private static final Instant AT = Instant.parse("2026-03-10T01:10:00Z");
  private static final int PLACES = 7;
  private static final Duration FAR = Duration.ofMinutes(45);

  private static final CameraCatalogue CAMERAS =
      new CameraCatalogue(
          IntStream.range(0, PLACES)
              .mapToObj(i -> new Camera("C" + i, "BE", "N" + i, "z", 50, 3, null, null, false))
              .toList());

  @Property
  void timesNeverShrinkAlongARoad(@ForAll("roads") List<Road> roads) {
    Map<String, Instant> earliest = earliest(roads);
    earliest.put("C0", AT);

    for (Road road : roads) {
      Instant from = earliest.get(road.from());
      if (from != null && !from.plus(road.fastest()).isAfter(AT.plus(FAR))) {
        assertThat(earliest).containsKey(road.to());
        assertThat(earliest.get(road.to())).isBeforeOrEqualTo(from.plus(road.fastest()));
      }
    }
  }

  @Property
  void everyTimeIsThatOfAWayAndNoWayIsShorter(@ForAll("roads") List<Road> roads) {
    Map<String, Instant> shortest = new HashMap<>(Map.of("C0", AT));
    for (int round = 0; round < PLACES; round++) {
      for (Road road : roads) {
        Instant from = shortest.get(road.from());
        if (from != null) {
          shortest.merge(
              road.to(),
              from.plus(road.fastest()),
              (one, other) -> one.isBefore(other) ? one : other);
        }
      }
    }
    shortest.remove("C0");
    shortest.values().removeIf(at -> at.isAfter(AT.plus(FAR)));

    assertThat(earliest(roads)).isEqualTo(shortest);
  }

  @Property
  void theSoonestComesFirstAndEachPlaceOnce(@ForAll("roads") List<Road> roads) {
    List<NextPlace> next = next(roads);

    assertThat(next).extracting(NextPlace::getEarliestAt).isSorted();
    assertThat(next).extracting(NextPlace::getPlace).doesNotHaveDuplicates().doesNotContain("C0");
  }

  @Provide
  Arbitrary<List<Road>> roads() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, PLACES - 1);
    Arbitrary<Integer> away = Arbitraries.integers().between(1, PLACES - 1);
    Arbitrary<Integer> minutes = Arbitraries.integers().between(1, 30);
    return Combinators.combine(place, away, minutes)
        .as(
            (from, by, fastest) ->
                new Road("C" + from, "C" + (from + by) % PLACES, "BE", Duration.ofMinutes(fastest)))
        .list()
        .ofMaxSize(20);
  }

  private static Map<String, Instant> earliest(List<Road> roads) {
    Map<String, Instant> earliest = new HashMap<>();
    next(roads).forEach(place -> earliest.put(place.getPlace(), place.getEarliestAt()));
    return earliest;
  }

  private static List<NextPlace> next(List<Road> roads) {
    RoadSettings settings =
        new RoadSettings(FAR, PLACES, List.of(), List.of(), new ArrayList<>(roads));
    return new RoadGraph(CAMERAS, settings).next("C0", Direction.UNKNOWN, null, AT);
  }
}
