package eu.passage.jobs.scenario;

import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.schemas.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * The watched vehicles of a scenario. No case, service or person in the entries is real.
 *
 * @param car listed, to be observed
 * @param van listed for discreet checks
 * @param expired its entry ran out the day before the scenario begins
 */
record Watched(TrueVehicle car, TrueVehicle van, TrueVehicle expired) {

  private static final Duration LISTED_BEFORE = Duration.ofDays(20);
  private static final Duration LISTED_FOR = Duration.ofDays(90);

  static Watched draw(Fleet fleet, Random random) {
    return new Watched(
        fleet.vehicle(VehicleType.CAR, "FR", random),
        fleet.vehicle(VehicleType.VAN, "BE", random),
        fleet.vehicle(VehicleType.CAR, "BE", random));
  }

  /** The entries, made some weeks before the scenario begins. */
  List<WatchEntry> entries(Instant begins) {
    return List.of(
        entry(car, WatchAction.OBSERVE, "aggravated-theft", begins),
        entry(van, WatchAction.DISCREET, "narcotics-trafficking", begins),
        entry(expired, WatchAction.STOP, "aggravated-theft", begins, begins.minusMillis(1)));
  }

  /** An entry made some weeks before the scenario begins that outlasts it. */
  static WatchEntry entry(TrueVehicle vehicle, WatchAction action, String offence, Instant begins) {
    Instant expiry = begins.minus(LISTED_BEFORE).plus(LISTED_FOR);
    return entry(vehicle, action, offence, begins, expiry);
  }

  private static WatchEntry entry(
      TrueVehicle vehicle, WatchAction action, String offence, Instant begins, Instant expiry) {
    Instant listed = begins.minus(LISTED_BEFORE);
    return WatchEntry.newBuilder()
        .setEntryId(Ids.of("entry", vehicle.country(), vehicle.plate()))
        .setVersion(1)
        .setStatus(WatchStatus.APPROVED)
        .setPlate(vehicle.plate())
        .setCountry(vehicle.country())
        .setAction(action)
        .setOffence(offence)
        .setLegalBasis("Police function act, art. 44/11/3sexies")
        .setPurpose("judicial")
        .setCaseNumber("SIM-" + vehicle.plate())
        .setRequester("simulated-investigator")
        .setApprover("simulated-magistrate")
        .setStartsAt(listed)
        .setExpiresAt(expiry)
        .setMadeAt(listed)
        .setRecipients(List.of("police-be", "ccpd-tournai"))
        .build();
  }
}
