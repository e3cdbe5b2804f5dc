package eu.passage.cep.toll;

import eu.passage.avro.ClassReason;
import eu.passage.avro.Evidence;
import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.VehicleType;
import eu.passage.cep.trucks.TruckOdds;
import eu.passage.schemas.plates.VehicleKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Toll events before anybody knows what is owed: the evidence that a truck passed a charging point,
 * without id, charge and sequence. A truck that turned out to be a part of another is withdrawn.
 */
public final class TollDraft {

  /** What an event has more than its draft. */
  private static final Set<String> ADDED =
      Set.of("eventId", "sequence", "corrects", "cause", "status", "charge", "passageIds");

  private static final int[] SHARED =
      TollEvent.getClassSchema().getFields().stream()
          .filter(field -> !ADDED.contains(field.name()))
          .mapToInt(Schema.Field::pos)
          .toArray();

  private TollDraft() {}

  /**
   * One truck at one charging point.
   *
   * @param views of it, in order of time; the first names the passage
   * @param originator who runs the charging point
   */
  public static TollEvent of(List<TruckPassage> views, String originator) {
    TruckPassage first = views.get(0);
    Optional<SidePlate> front = plate(views, Side.FRONT);
    Optional<SidePlate> rear = plate(views, Side.REAR);
    SidePlate plate = front.or(() -> plate(views, Side.UNKNOWN)).or(() -> rear).orElseThrow();
    List<ClassReason> reasons = all(views, TruckPassage::getClassReasons);
    return TollEvent.newBuilder()
        .setEventId("")
        .setOriginator(originator)
        .setPassageId(first.getPassageId())
        .setPassageIds(views.stream().map(TruckPassage::getPassageId).toList())
        .setAt(first.getAt())
        .setUncertaintyMs(first.getUncertaintyMs())
        .setLate(views.stream().anyMatch(TruckPassage::getLate))
        .setChargingPoint(first.getChargingPoint())
        .setCameraId(first.getCameraId())
        .setCameraCountry(first.getCameraCountry())
        .setRoad(first.getRoad())
        .setSegment(first.getSegment())
        .setDirection(first.getDirection())
        .setFromCountry(first.getFromCountry())
        .setToCountry(first.getToCountry())
        .setPlate(plate.getText())
        .setCountry(plate.getCountry())
        .setPlateConfidence(plate.getConfidence())
        .setFront(front.orElse(null))
        .setRear(rear.orElse(null))
        .setVehicleClass(VehicleType.TRUCK.name())
        .setClassConfidence(TruckOdds.confidence(reasons))
        .setClassReasons(reasons)
        .setAxles(most(views, TruckPassage::getAxles))
        .setWeightKg(most(views, TruckPassage::getWeightKg))
        .setEvidence(evidence(views))
        .build();
  }

  /** The same taken back. */
  public static TollEvent withdrawn(TollEvent draft) {
    return TollEvent.newBuilder(draft).setStatus(TollStatus.WITHDRAWN).build();
  }

  /** Whether an event was made of this draft; it may rest on further passages. */
  static boolean isOf(TollEvent draft, TollEvent event) {
    if (!event.getPassageIds().containsAll(draft.getPassageIds())) {
      return false;
    }
    for (int field : SHARED) {
      if (!Objects.equals(draft.get(field), event.get(field))) {
        return false;
      }
    }
    return true;
  }

  /** The vehicle that it is charged to. */
  public static String vehicle(TollEvent event) {
    return VehicleKey.of(event.getCountry(), event.getPlate());
  }

  private static Optional<SidePlate> plate(List<TruckPassage> views, Side side) {
    return views.stream()
        .filter(view -> view.getSide() == side)
        .map(TruckPassage::getPlate)
        .max(Comparator.comparing(SidePlate::getConfidence));
  }

  private static @Nullable Integer most(
      List<TruckPassage> views, Function<TruckPassage, @Nullable Integer> sensor) {
    Integer most = null;
    for (TruckPassage view : views) {
      Integer measured = sensor.apply(view);
      if (measured != null && (most == null || measured > most)) {
        most = measured;
      }
    }
    return most;
  }

  private static List<Evidence> evidence(List<TruckPassage> views) {
    List<Evidence> evidence = all(views, TruckPassage::getEvidence);
    evidence.sort(
        Comparator.comparing(Evidence::getCapturedAt).thenComparing(Evidence::getFrameId));
    return evidence;
  }

  private static <T> List<T> all(List<TruckPassage> views, Function<TruckPassage, List<T>> part) {
    List<T> all = new ArrayList<>();
    views.forEach(view -> all.addAll(part.apply(view)));
    return all;
  }
}
