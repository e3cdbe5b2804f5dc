package eu.passage.cep.toll;

import eu.passage.avro.Charge;
import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VehicleType;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.ids.Ids;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a passage owes. Only trucks at charging points give an event; the toll path sees nothing
 * else of the traffic, and nothing at all of watchlists.
 */
public final class TollAssessment {

  private final CameraCatalogue cameras;
  private final TollSettings settings;

  public TollAssessment(CameraCatalogue cameras, TollSettings settings) {
    this.cameras = cameras;
    this.settings = settings;
  }

  /** Whether a passage is one of a truck at a charging point: all the toll path may see. */
  public boolean concerns(Passage passage) {
    return passage.getType().getValue() == VehicleType.TRUCK
        && passage.getType().getConfidence() >= settings.minClassConfidence()
        && cameras.find(passage.getCameraId()).map(Camera::chargingPoint).isPresent();
  }

  /** The event of a passage, or empty where it does not concern the toll. */
  public Optional<TollEvent> assess(Passage passage) {
    return concerns(passage) ? Optional.of(event(passage)) : Optional.empty();
  }

  private TollEvent event(Passage passage) {
    Optional<Tariff> tariff = settings.tariffs().find(passage.getCameraId(), passage.getAt());
    return TollEvent.newBuilder()
        .setEventId(
            Ids.of(
                "toll",
                settings.originator(),
                passage.getPassageId(),
                tariff.map(t -> t.id() + "/" + t.version()).orElse("")))
        .setOriginator(settings.originator())
        .setPassageId(passage.getPassageId())
        .setStatus(status(passage))
        .setAt(passage.getAt())
        .setLate(passage.getLate())
        .setCameraId(passage.getCameraId())
        .setCameraCountry(passage.getCameraCountry())
        .setRoad(passage.getRoad())
        .setDirection(passage.getDirection())
        .setFromCountry(passage.getFromCountry())
        .setToCountry(passage.getToCountry())
        .setPlate(passage.getPlate().getText())
        .setCountry(passage.getPlate().getCountry())
        .setPlateConfidence(passage.getPlate().getConfidence())
        .setVehicleClass(passage.getType().getValue().name())
        .setClassConfidence(passage.getType().getConfidence())
        .setEvidence(passage.getEvidence())
        .setCharge(charge(tariff))
        .build();
  }

  private TollStatus status(Passage passage) {
    float sure = Math.min(passage.getPlate().getConfidence(), passage.getType().getConfidence());
    if (sure >= settings.finalAt()) {
      return TollStatus.FINAL;
    }
    return sure >= settings.provisional() ? TollStatus.PROVISIONAL : TollStatus.REVIEW;
  }

  private static @Nullable Charge charge(Optional<Tariff> tariff) {
    return tariff
        .map(
            t ->
                Charge.newBuilder()
                    .setTariffId(t.id())
                    .setTariffVersion(t.version())
                    .setAmount(t.amount().setScale(Tariff.SCALE, RoundingMode.UNNECESSARY))
                    .setCurrency(t.currency())
                    .setVat(t.vat())
                    .build())
        .orElse(null);
  }
}
