package eu.passage.jobs.bench.rules;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.time.Instant;

/**
 * Vehicles that pass once and never come again, evenly over some days. Each passage is made when it
 * is asked for, so that none but those in state take memory. Every other vehicle crosses into
 * Belgium, the rest are seen behind the border; one in a hundred is a truck.
 */
record SeenOnce(int vehicles, int days) implements Traffic {

  /** Monday, midnight in Brussels. */
  private static final long START = Instant.parse("2026-03-01T23:00:00Z").toEpochMilli();

  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final String LETTERS = "ACEFHJKLMNPRTUVWXY"; // none is mistaken for another
  private static final int TRUCK_EVERY = 100;
  private static final int FEWEST_DAYS = GrowthBench.MARK_EVERY_DAYS;
  private static final int MOST_DAYS = 999;
  private static final int MOST_VEHICLES = 100_000_000; // plates of their own

  SeenOnce {
    if (days < FEWEST_DAYS || days > MOST_DAYS || vehicles < days || vehicles > MOST_VEHICLES) {
      throw new IllegalArgumentException(
          "Vehicles seen once: one a day at least, %,d at most; days: %d to %d"
              .formatted(MOST_VEHICLES, FEWEST_DAYS, MOST_DAYS));
    }
  }

  /** Of so many vehicles one, in as many days. */
  SeenOnce oneIn(int many) {
    return new SeenOnce(Math.max(days, vehicles / many), days);
  }

  @Override
  public int count() {
    return vehicles;
  }

  @Override
  public PassageFacts passage(int place) {
    boolean crosses = place % 2 == 0;
    var cameras = crosses ? BenchCameras.BORDER : BenchCameras.INLAND;
    Camera camera = cameras.get(place / 2 % cameras.size());
    return new PassageFacts.Builder(START + DAY * days * place / vehicles, camera.id())
        .plate(plate(place), "FR")
        .crossing(crosses ? "FR" : null, crosses ? "BE" : null)
        .type(place % TRUCK_EVERY == 0 ? VehicleType.TRUCK : VehicleType.CAR)
        .confidence(0.95)
        .build();
  }

  /** How many have passed after so many days. */
  int until(int day) {
    return (int) ((long) vehicles * day / days);
  }

  /** One of its own for each number below 104 million, whatever is folded. */
  private static String plate(int number) {
    char[] text = new char[7];
    int rest = number;
    for (int i = 0; i < 3; i++, rest /= 10) {
      text[i] = (char) ('0' + rest % 10);
    }
    for (int i = 3; i < text.length; i++, rest /= LETTERS.length()) {
      text[i] = LETTERS.charAt(rest % LETTERS.length());
    }
    return new String(text);
  }
}
