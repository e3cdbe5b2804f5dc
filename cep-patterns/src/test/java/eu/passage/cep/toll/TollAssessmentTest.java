package eu.passage.cep.toll;

import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.truck;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TollAssessmentTest {

  private static final Passage TRUCK = truck("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1");

  private final TollAssessment assessment =
      new TollAssessment(Samples.CAMERAS, TollSettings.defaults());

  @Test
  void aTruckAtAChargingPointGivesTheEvidenceAndTheAmount() {
    TollEvent event = assessment.assess(TRUCK).orElseThrow();

    assertThat(event.getPassageId()).isEqualTo(TRUCK.getPassageId());
    assertThat(event.getOriginator()).isEqualTo("passage-estaimpuis");
    assertThat(event.getStatus()).isEqualTo(TollStatus.FINAL);
    assertThat(event.getAt()).isEqualTo(local("2026-03-10T08:00"));
    assertThat(event.getCameraId()).isEqualTo("EST-1");
    assertThat(event.getToCountry()).isEqualTo("BE");
    assertThat(event.getVehicleClass()).isEqualTo("TRUCK");
    assertThat(event.getEvidence()).isEqualTo(TRUCK.getEvidence());
    assertThat(event.getCharge().getAmount()).isEqualTo(new BigDecimal("2.0500"));
    assertThat(event.getCharge().getCurrency()).isEqualTo("EUR");
    assertThat(event.getCharge().getTariffVersion()).isEqualTo("2026");
  }

  @Test
  void thePriceIsThatOfTheLocalDay() {
    assertThat(amount(truck("2025-12-31T23:59:59.999", "1ABC234", "", "EST-1")))
        .isEqualByComparingTo("1.95");
    assertThat(amount(truck("2026-01-01T00:00", "1ABC234", "", "EST-1")))
        .isEqualByComparingTo("2.05");
  }

  private BigDecimal amount(Passage passage) {
    return assessment.assess(passage).orElseThrow().getCharge().getAmount();
  }

  @Test
  void whereNoTariffAppliesTheEventHasNoCharge() {
    TollEvent event =
        assessment.assess(truck("2019-03-10T08:00", "1ABC234", "", "EST-1")).orElseThrow();

    assertThat(event.getCharge()).isNull();
  }

  @Test
  void whatIsNoTruckGivesNoEvent() {
    assertThat(assessment.assess(passage("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1")))
        .isEmpty();
    assertThat(assessment.assess(sureOfClass(0.49f))).isEmpty();
  }

  @Test
  void aCameraThatIsNoChargingPointGivesNoEvent() {
    Camera free = new Camera("EST-1", "BE", "N511", "border", 50.7, 3.25, null, null, false);
    TollAssessment elsewhere =
        new TollAssessment(new CameraCatalogue(List.of(free)), TollSettings.defaults());

    assertThat(elsewhere.assess(TRUCK)).isEmpty();
  }

  @Test
  void theStatusFollowsTheLesserOfPlateAndClassConfidence() {
    assertThat(status(sureOfClass(0.9f))).isEqualTo(TollStatus.FINAL);
    assertThat(status(sureOfClass(0.89f))).isEqualTo(TollStatus.PROVISIONAL);
    assertThat(status(sureOfClass(0.69f))).isEqualTo(TollStatus.REVIEW);
    Passage doubtfulPlate = sureOfClass(0.99f);
    doubtfulPlate.getPlate().setConfidence(0.6f);
    assertThat(status(doubtfulPlate)).isEqualTo(TollStatus.REVIEW);
  }

  private TollStatus status(Passage passage) {
    return assessment.assess(passage).orElseThrow().getStatus();
  }

  @Test
  void theSamePassageGivesTheSameEventAgain() {
    assertThat(assessment.assess(TRUCK)).isEqualTo(assessment.assess(TRUCK));
  }

  private static Passage sureOfClass(float confidence) {
    Passage passage = truck("2026-03-10T08:00", "1ABC234", "FR>BE", "EST-1");
    passage.setType(new TypeEstimate(VehicleType.TRUCK, confidence));
    return passage;
  }
}
