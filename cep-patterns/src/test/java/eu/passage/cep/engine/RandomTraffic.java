package eu.passage.cep.engine;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A few vehicles that pass often: at two cameras, in and out, now and then at the same moment. */
final class RandomTraffic {

  /** Times lie on this grid, so that spans that equal a rule's are common. */
  static final Duration SLOT = Duration.ofMinutes(15);

  private static final long START = Border.local("2026-03-10T22:00");

  /** A passage, by what distinguishes it from the one before it. */
  private record Move(int slots, String camera, String crossing, VehicleType type) {}

  private RandomTraffic() {}

  /** The n-th time of the grid. */
  static long time(int slots) {
    return START + SLOT.multipliedBy(slots).toMillis();
  }

  /** Sorted by {@link PassageFacts#ORDER}, no passage twice. */
  static Arbitrary<List<PassageFacts>> ofVehicles(int most, int passagesEach) {
    return moves(passagesEach).list().ofMinSize(1).ofMaxSize(most).map(RandomTraffic::traffic);
  }

  private static Arbitrary<List<Move>> moves(int most) {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(2, 0), Tuple.of(6, 1), Tuple.of(3, 2), Tuple.of(1, 3), Tuple.of(1, 9)),
            Arbitraries.frequency(Tuple.of(3, "EST-1"), Tuple.of(3, "EST-2"), Tuple.of(1, "EST-3")),
            Arbitraries.of("FR>BE", "BE>FR", ""),
            Arbitraries.frequency(Tuple.of(2, VehicleType.TRUCK), Tuple.of(1, VehicleType.CAR)))
        .as(Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most);
  }

  private static List<PassageFacts> traffic(List<List<Move>> vehicles) {
    List<PassageFacts> traffic = new ArrayList<>();
    for (int vehicle = 0; vehicle < vehicles.size(); vehicle++) {
      Set<String> known = new HashSet<>();
      int slots = vehicle;
      for (Move move : vehicles.get(vehicle)) {
        slots += move.slots;
        if (known.add(move.camera + slots)) {
          traffic.add(passage(time(slots), "1ABC%03d".formatted(vehicle), move));
        }
      }
    }
    traffic.sort(PassageFacts.ORDER);
    return traffic;
  }

  private static PassageFacts passage(long at, String plate, Move move) {
    PassageFacts.Builder passage =
        new PassageFacts.Builder(at, move.camera).plate(plate, "BE").type(move.type);
    if (!move.crossing.isEmpty()) {
      passage.crossing(move.crossing.substring(0, 2), move.crossing.substring(3));
    }
    return passage.build();
  }
}
