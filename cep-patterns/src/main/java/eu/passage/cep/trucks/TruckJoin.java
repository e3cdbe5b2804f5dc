package eu.passage.cep.trucks;

import eu.passage.avro.Side;
import eu.passage.avro.SidePlate;
import eu.passage.avro.TruckPassage;
import eu.passage.schemas.plates.VehicleKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which views of a charging point's cameras show one truck. Views that bear the same plate do, and
 * so do a rear and the front that passed last before it (or the other way round): between two
 * trucks there is more time than between the ends of one. Other plates at the two ends are a
 * tractor's and its trailer's.
 */
public final class TruckJoin {

  private static final Comparator<TruckPassage> BY_TIME =
      Comparator.comparing(TruckPassage::getAt).thenComparing(TruckPassage::getPassageId);

  private final Duration within;

  /**
   * @param within how long after one camera another may see the same truck
   */
  public TruckJoin(Duration within) {
    this.within = within;
  }

  /**
   * The views of one point, put together by truck.
   *
   * @param views in any order; all of the time that is looked at
   * @return by truck its views in order of time, the earliest truck first
   */
  public List<List<TruckPassage>> trucks(List<TruckPassage> views) {
    List<TruckPassage> inOrder = new ArrayList<>(views);
    inOrder.sort(BY_TIME);
    List<List<TruckPassage>> trucks = new ArrayList<>();
    for (TruckPassage view : inOrder) {
      last(trucks, truck -> isSamePlate(truck, view))
          .or(() -> last(trucks, truck -> isOtherEnd(truck, view)))
          .ifPresentOrElse(
              truck -> truck.add(view), () -> trucks.add(new ArrayList<>(List.of(view))));
    }
    return trucks;
  }

  private static Optional<List<TruckPassage>> last(
      List<List<TruckPassage>> trucks, Predicate<List<TruckPassage>> which) {
    for (int i = trucks.size() - 1; i >= 0; i--) {
      if (which.test(trucks.get(i))) {
        return Optional.of(trucks.get(i));
      }
    }
    return Optional.empty();
  }

  private boolean isSamePlate(List<TruckPassage> truck, TruckPassage view) {
    return isInTime(truck, view)
        && truck.stream().anyMatch(other -> key(other.getPlate()).equals(key(view.getPlate())));
  }

  /** The rear of a truck of which only the front was seen, or the other way round. */
  private boolean isOtherEnd(List<TruckPassage> truck, TruckPassage view) {
    Side wanted = view.getSide() == Side.REAR ? Side.FRONT : Side.REAR;
    return view.getSide() != Side.UNKNOWN
        && isInTime(truck, view)
        && truck.stream().allMatch(other -> other.getSide() == wanted)
        && truck.stream().allMatch(other -> isSameWay(other, view));
  }

  private boolean isInTime(List<TruckPassage> truck, TruckPassage view) {
    return !view.getAt().isAfter(truck.get(0).getAt().plus(within));
  }

  private static boolean isSameWay(TruckPassage one, TruckPassage other) {
    return !one.getCameraId().equals(other.getCameraId())
        && Objects.equals(one.getFromCountry(), other.getFromCountry())
        && Objects.equals(one.getToCountry(), other.getToCountry());
  }

  private static String key(SidePlate plate) {
    return VehicleKey.fold(plate.getText());
  }
}
