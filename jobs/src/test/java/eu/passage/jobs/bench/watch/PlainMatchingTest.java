package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.jobs.bench.watch.PlainMatching.Way;
import eu.passage.jobs.scenario.TrueVehicle;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainMatchingTest {

  private final PlainMatching matching =
      new PlainMatching(List.of(vehicle("1ABC234"), vehicle("1ABC284"), vehicle("AA123AA")));

  @Test
  void anExactTextHitsItselfAndWithASubstitutionItsNeighboursToo() {
    assertThat(matching.hits("1ABC234", Way.EXACT)).containsExactly(0);
    assertThat(matching.hits("1ABC234", Way.ONE_LOOK_ALIKE)).containsExactlyInAnyOrder(0, 1);
    assertThat(matching.hits("1ABC234", Way.ANY_ONE)).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void whatDoesNotLookAlikeIsHitByAnySubstitutionOnly() {
    assertThat(matching.hits("1ABC294", Way.EXACT)).isEmpty();
    assertThat(matching.hits("1AXC234", Way.ONE_LOOK_ALIKE)).isEmpty();
    assertThat(matching.hits("1AXC234", Way.ANY_ONE)).containsExactly(0);
  }

  @Test
  void twoSubstitutionsAreTooMany() {
    assertThat(matching.hits("AA123BB", Way.ANY_ONE)).isEmpty();
    assertThat(matching.hits("AA123A", Way.ANY_ONE)).isEmpty();
  }

  private static TrueVehicle vehicle(String plate) {
    return new TrueVehicle(plate, "BE", "be-current", VehicleType.CAR, Colour.RED);
  }
}
