package eu.passage.cep.counts;

import eu.passage.avro.CameraCount;
import eu.passage.avro.CountedVehicle;
import eu.passage.avro.SlotTally;
import eu.passage.avro.TypeCount;
import eu.passage.avro.VehicleType;
import eu.passage.schemas.cameras.Camera;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the vehicles of a slot. Neither the order in which they come nor what comes again of those
 * whose plate was not read makes a difference; passages have to come once.
 */
public final class SlotCounting {

  private static final int SECOND_MS = 1000;

  private final CountSettings settings;
  private final int gap;

  /**
   * @param gap two looks at a vehicle without a plate that lie so far apart show two vehicles
   */
  public SlotCounting(CountSettings settings, Duration gap) {
    this.settings = settings;
    this.gap = (int) Math.max(1, gap.toSeconds());
  }

  /** A slot in which nothing has passed yet. */
  public static SlotTally empty() {
    return SlotTally.newBuilder().build();
  }

  /** One more vehicle of the slot that begins at its {@code startOf}. */
  public void add(SlotTally tally, CountedVehicle vehicle) {
    long at = vehicle.getAt().toEpochMilli();
    int second = (int) ((at - settings.startOf(at)) / SECOND_MS);
    VehicleType type = vehicle.getType();
    if (type == null) {
      tally.setNotRead(with(tally.getNotRead(), second));
    } else {
      tally.setRead(with(tally.getRead(), second));
      tally.setPassages(with(tally.getPassages(), type));
    }
    tally.setChanged(true);
  }

  /** What is to be told of a slot now; takes note that it is. */
  public CameraCount tell(SlotTally tally, Camera camera, long start) {
    tally.setChanged(false);
    tally.setRevision(tally.getRevision() + 1);
    return CameraCount.newBuilder()
        .setCameraId(camera.id())
        .setChargingPoint(camera.chargingPoint())
        .setRoad(camera.road())
        .setStartsAt(Instant.ofEpochMilli(start))
        .setSlotMs((int) settings.slot().toMillis())
        .setPassages(List.copyOf(tally.getPassages()))
        .setPlatesRead(tally.getPassages().stream().mapToInt(TypeCount::getVehicles).sum())
        .setPlatesNotRead(notRead(tally))
        .setRevision(tally.getRevision())
        .build();
  }

  /**
   * Looks that follow each other closely are one vehicle, and none of its own where a plate was
   * read just before, meanwhile or just after. Slots are looked at each by itself: a vehicle that
   * stands there from one into the next is in both.
   */
  private int notRead(SlotTally tally) {
    BitSet looks = bits(tally.getNotRead());
    BitSet read = bits(tally.getRead());
    int vehicles = 0;
    int first = looks.nextSetBit(0);
    while (first >= 0) {
      int last = first;
      int next = looks.nextSetBit(last + 1);
      while (next >= 0 && next - last <= gap) {
        last = next;
        next = looks.nextSetBit(last + 1);
      }
      int nearest = read.nextSetBit(Math.max(0, first - gap));
      if (nearest < 0 || nearest > last + gap) {
        vehicles++;
      }
      first = next;
    }
    return vehicles;
  }

  private static List<TypeCount> with(List<TypeCount> counts, VehicleType type) {
    List<TypeCount> more = new ArrayList<>(counts.size() + 1);
    int vehicles = 1;
    for (TypeCount count : counts) {
      if (count.getType() == type) {
        vehicles += count.getVehicles();
      } else {
        more.add(count);
      }
    }
    more.add(new TypeCount(type, vehicles));
    more.sort(Comparator.comparing(TypeCount::getType));
    return more;
  }

  private static ByteBuffer with(ByteBuffer seconds, int second) {
    BitSet bits = bits(seconds);
    bits.set(second);
    return ByteBuffer.wrap(bits.toByteArray());
  }

  private static BitSet bits(ByteBuffer seconds) {
    return BitSet.valueOf(seconds.duplicate());
  }
}
