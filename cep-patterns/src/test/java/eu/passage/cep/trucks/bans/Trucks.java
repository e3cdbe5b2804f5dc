package eu.passage.cep.trucks.bans;

import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.Samples;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.trucks.TruckSight;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Trucks at the charging points of the samples, as the toll path drafts them, and bans there. */
public final class Trucks {

  public static final Instant TEN = Samples.local("2026-03-11T10:00");

  /** Within 20 minutes; the commune's own truck is exempt until July. */
  public static final Ban TRANSIT =
      ban(
          "transit",
          new Transit(
              Set.of("EST-1", "EST-2", "EST-3"),
              Set.of("EST-1", "EST-2", "EST-3"),
              "BE",
              Duration.ofMinutes(20)));

  private static final TruckSight SIGHT = new TruckSight(Samples.CAMERAS, TruckSettings.DEFAULTS);

  private Trucks() {}

  /** A ban of 2026, in English. */
  public static Ban ban(String id, Restriction restriction) {
    return new Ban(
        id,
        "2026",
        "a test",
        "en",
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 1, 1),
        restriction,
        List.of(new Exemption("1CMN001", "BE", LocalDate.of(2026, 7, 1), "the commune's own")));
  }

  /** A truck, so many seconds after ten. */
  public static TollEvent draft(long second, String plate, String crossing, String point) {
    return TollDraft.of(List.of(view(TEN.plusSeconds(second), plate, crossing, point)), "test");
  }

  static Sighting seen(long second, String plate, String crossing, String point) {
    return Sighting.of(draft(second, plate, crossing, point));
  }

  static TruckPassage view(Instant at, String plate, String crossing, String camera) {
    Passage passage = Samples.truck("2026-03-11T10:00", plate, crossing, camera);
    passage.setPassageId("passage " + at + " " + plate + " " + camera);
    passage.setAt(at);
    return SIGHT.of(passage).orElseThrow();
  }
}
