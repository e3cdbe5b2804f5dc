package eu.passage.jobs.tolls.statistics;

import eu.passage.avro.CameraCount;
import eu.passage.avro.TypeCount;
import eu.passage.avro.VehicleType;
import eu.passage.cep.counts.Slots;
import eu.passage.jobs.config.StatisticsSettings;
import eu.passage.jobs.tolls.books.Days;
import eu.passage.schemas.plates.VehicleKey;

/**
 * A day at the charging points, so that nobody in it can be found.
 *
 * @param trucks passages of trucks
 * @param flow passages of all vehicles
 */
record DayStatistics(Span day, Crowd.Told<TruckCell> trucks, Crowd.Told<FlowCell> flow) {

  static DayStatistics of(Days local, DayEvents events, Slots counts, StatisticsSettings settings) {
    Span day = new Span(local.start(), local.end());
    Crowd<TruckCell> trucks =
        new Crowd<>(TruckCell.ladder(day, settings.timeStep()), settings.leastVehicles());
    events.read(
        local,
        event ->
            trucks.add(
                TruckCell.of(event, day, settings.timeStep()),
                // Without the country, which is not always read: rather one vehicle too few
                VehicleKey.fold(event.getPlate())));
    Crowd<FlowCell> flow = new Crowd<>(FlowCell.ladder(day), settings.leastVehicles());
    counts
        .byPoint()
        .forEach(
            (point, slots) ->
                slots.values().stream()
                    .filter(slot -> day.holds(slot.getStartsAt()))
                    .forEach(slot -> add(flow, point, slot)));
    return new DayStatistics(day, trucks.told(), flow.told());
  }

  private static void add(Crowd<FlowCell> flow, String point, CameraCount slot) {
    Span when = new Span(slot.getStartsAt(), slot.getStartsAt().plusMillis(slot.getSlotMs()));
    for (TypeCount count : slot.getPassages()) {
      flow.add(new FlowCell(point, when, count.getType()), count.getVehicles());
    }
    if (slot.getPlatesNotRead() > 0) {
      flow.add(new FlowCell(point, when, VehicleType.UNKNOWN), slot.getPlatesNotRead());
    }
  }
}
