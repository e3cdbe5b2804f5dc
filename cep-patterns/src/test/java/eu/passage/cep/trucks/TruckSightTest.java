package eu.passage.cep.trucks;

import static eu.passage.cep.Samples.plate;
import static eu.passage.cep.Samples.truck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.CameraReading;
import eu.passage.avro.ClassReason;
import eu.passage.avro.ClassSource;
import eu.passage.avro.Direction;
import eu.passage.avro.Evidence;
import eu.passage.avro.Passage;
import eu.passage.avro.PlateReading;
import eu.passage.avro.Side;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruckSightTest {

  private final TruckSight sight = new TruckSight(Samples.CAMERAS, TruckSettings.DEFAULTS);

  @Test
  void aTruckAtAChargingPointIsSeenWithWhatSpeaksForIt() {
    Passage passage = truck("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1");

    TruckPassage seen = sight.of(passage).orElseThrow();

    assertThat(seen.getPassageId()).isEqualTo(passage.getPassageId());
    assertThat(seen.getChargingPoint()).isEqualTo("EST-1");
    assertThat(seen.getPlate().getText()).isEqualTo("1ABC234");
    assertThat(seen.getSide()).isEqualTo(Side.FRONT);
    assertThat(seen.getToCountry()).isEqualTo("BE");
    assertThat(seen.getEvidence()).isEqualTo(passage.getEvidence());
    assertThat(seen.getClassConfidence()).isCloseTo(0.95f, within(0.001f));
    assertThat(seen.getClassReasons())
        .extracting(ClassReason::getSource, ClassReason::getSays)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ClassSource.PICTURE, "TRUCK in 1 picture, 95 %"));
  }

  @Test
  void aCarNeverEnters() {
    assertThat(sight.of(Samples.passage("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1")))
        .isEmpty();
  }

  @Test
  void awayFromChargingPointsNothingEnters() {
    Camera free = new Camera("EST-1", "BE", "N511", "border", 50.7, 3.25, null, null, false);
    TruckSight elsewhere =
        new TruckSight(new CameraCatalogue(List.of(free)), TruckSettings.DEFAULTS);

    assertThat(elsewhere.of(truck("2026-03-10T08:00", "1ABC234", "", "EST-1"))).isEmpty();
  }

  @Test
  void camerasOfOneSpotShareItsName() {
    Camera rear =
        new Camera("EST-1R", "BE", "N511", "border", 50.7, 3.25, null, null, "EST-1", "N511-a");
    TruckSight shared = new TruckSight(new CameraCatalogue(List.of(rear)), TruckSettings.DEFAULTS);

    TruckPassage seen =
        shared.of(truck("2026-03-10T08:00", "1ABC234", "BE>FR", "EST-1R")).orElseThrow();

    assertThat(seen.getChargingPoint()).isEqualTo("EST-1");
    assertThat(seen.getSegment()).isEqualTo("N511-a");
    assertThat(seen.getSide()).isEqualTo(Side.REAR);
  }

  @Test
  void aVehicleWhoseDirectionNobodyKnowsShowsNobodyKnowsWhichEnd() {
    Passage passage = truck("2026-03-10T08:00", "1ABC234", "", "EST-1");
    assertThat(passage.getDirection()).isEqualTo(Direction.UNKNOWN);

    assertThat(sight.of(passage).orElseThrow().getSide()).isEqualTo(Side.UNKNOWN);
  }

  @Test
  void whenItPassedIsAsUncertainAsItsFramesLieApartAndItsClockMayBeWrong() {
    Passage passage = truck("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1");
    Evidence first = passage.getEvidence().get(0);
    passage.setEvidence(new ArrayList<>(List.of(first, later(first, 250), later(first, 650))));

    TruckSight exact =
        new TruckSight(Samples.CAMERAS, new TruckSettings(0.5f, Duration.ofMillis(30)));

    assertThat(exact.of(passage).orElseThrow().getUncertaintyMs()).isEqualTo(430);
  }

  private static Evidence later(Evidence frame, long millis) {
    return Evidence.newBuilder(frame)
        .setCapturedAt(frame.getCapturedAt().plusMillis(millis))
        .build();
  }

  @ParameterizedTest(name = "{0} {1}: {4}")
  @CsvSource({
    // a lorry's series settles what pictures leave open
    "VAN,   0.6, BXX12X, NL, true",
    "VAN,   0.6, 1ABC234, BE, false",
    // series that trucks do not have
    "TRUCK, 0.8, VXX12X, NL, false",
    "TRUCK, 0.8, MABC123, BE, false",
    // a trailer's plate is seen behind what pulls it
    "VAN,   0.6, QABC123, BE, false",
    "BUS,   0.6, QABC123, BE, false",
    "TRUCK, 0.4, QABC123, BE, true",
    // the same text is no lorry's elsewhere, and nothing where nobody knows the country
    "VAN,   0.6, BXX12X, FR, false",
    "VAN,   0.6, BXX12X, , false"
  })
  void platesSpeakWherePicturesDoubt(
      VehicleType type, float confidence, String text, String country, boolean isTruck) {
    assertThat(sight.of(doubtful(type, confidence, text, country)).isPresent()).isEqualTo(isTruck);
  }

  @Test
  void aDoubtfulPlateSaysLess() {
    Passage passage = doubtful(VehicleType.VAN, 0.6f, "BXX12X", "NL");
    float sure = TruckOdds.confidence(TruckOdds.reasons(passage));
    passage.getPlate().setConfidence(0.3f);

    assertThat(TruckOdds.confidence(TruckOdds.reasons(passage))).isLessThan(sure);
  }

  @ParameterizedTest(name = "{0}, {1} axles, {2} kg")
  @CsvSource({
    "truck,     ,       , true",
    "Heavy Goods Vehicle, , , true",
    "vehicle,   ,       , false",
    "pickupTruck, ,     , false",
    ",          4,      , true",
    ",          3,      , true",
    ",          2,      , false",
    ",          ,  12000, true",
    ",          ,  3500,  false",
    "car,       ,  12000, true"
  })
  void camerasAndSensorsSpeakToo(String word, Integer axles, Integer weightKg, boolean isTruck) {
    Passage passage = doubtful(VehicleType.VAN, 0.6f, "1ABC234", "BE");
    passage.setCamera(
        CameraReading.newBuilder().setType(word).setAxles(axles).setWeightKg(weightKg).build());

    Optional<TruckPassage> seen = sight.of(passage);

    assertThat(seen.isPresent()).isEqualTo(isTruck);
    seen.ifPresent(
        truck -> {
          assertThat(truck.getAxles()).isEqualTo(axles);
          assertThat(truck.getWeightKg()).isEqualTo(weightKg);
        });
  }

  @Test
  void whatNothingSpeaksForIsAnEvenBet() {
    assertThat(TruckOdds.confidence(List.of())).isEqualTo(0.5f);
  }

  @Test
  void noClassifierIsEverWhollySure() {
    Passage passage = truck("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1");
    passage.setType(new TypeEstimate(VehicleType.TRUCK, 1f));

    assertThat(TruckOdds.confidence(TruckOdds.reasons(passage))).isCloseTo(0.98f, within(0.001f));
  }

  private static Passage doubtful(VehicleType type, float confidence, String text, String country) {
    Passage passage = truck("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1");
    passage.setType(new TypeEstimate(type, confidence));
    PlateReading plate = plate(text, 0.97);
    plate.setCountry(country);
    passage.setPlate(plate);
    return passage;
  }
}
