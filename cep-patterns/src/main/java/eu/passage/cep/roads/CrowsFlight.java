package eu.passage.cep.roads;

import eu.passage.cep.facts.GreatCircle;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How soon a vehicle can be at another place, for want of somebody who has measured it: {@value
 * #KMH} km/h along the crow's line.
 *
 * <p>A road is a fifth to a half longer than that line, so a driver must do 155 to 195 km/h on it
 * to be there so soon. By night and on the motorway part some do; through the villages nobody does.
 * The times are hence rather too early than too late, and so they must be: who waits two minutes
 * for a car has lost two minutes, who comes two minutes after it has lost the car. It is not a law
 * of nature, though: along 20 straight kilometres of motorway, somebody at 180 km/h is faster.
 */
public final class CrowsFlight {

  /** Along the crow's line. */
  public static final int KMH = 130;

  private static final double SECONDS_PER_HOUR = 3600;

  private record Point(double latitude, double longitude) {}

  private final List<Road> roads;
  private final Map<String, Point> points = new HashMap<>();

  public CrowsFlight(CameraCatalogue cameras, RoadSettings settings) {
    roads = settings.roads();
    cameras.all().forEach(camera -> put(camera.id(), camera.latitude(), camera.longitude()));
    settings.borders().forEach(one -> put(one.id(), one.latitude(), one.longitude()));
    settings.junctions().forEach(one -> put(one.id(), one.latitude(), one.longitude()));
  }

  /** From one place to another, to the second; empty where it is not known where either lies. */
  public Optional<Duration> between(String one, String other) {
    return kilometres(one, other)
        .map(kilometres -> Duration.ofSeconds((long) (kilometres / KMH * SECONDS_PER_HOUR)));
  }

  /**
   * A sentence for each road that takes longer: who drives faster is there before the alert says.
   */
  public List<String> slowerRoads() {
    List<String> slower = new ArrayList<>();
    for (Road road : roads) {
      between(road.from(), road.to())
          .filter(crow -> crow.compareTo(road.fastest()) < 0)
          .ifPresent(crow -> slower.add(slower(road, crow)));
    }
    return slower;
  }

  private String slower(Road road, Duration crow) {
    return String.format(
        Locale.ROOT,
        "the road from %s to %s in %s says that nobody is there before %s, but it is %.1f km as the"
            + " crow flies, which at %d km/h take %s; a vehicle can be there before its alert says",
        road.from(),
        road.to(),
        road.country(),
        text(road.fastest()),
        kilometres(road.from(), road.to()).orElseThrow(),
        KMH,
        text(crow));
  }

  private Optional<Double> kilometres(String one, String other) {
    Point from = points.get(one);
    Point to = points.get(other);
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(
            GreatCircle.kilometres(from.latitude, from.longitude, to.latitude, to.longitude));
  }

  private void put(String id, @Nullable Double latitude, @Nullable Double longitude) {
    if (latitude != null && longitude != null) {
      points.put(id, new Point(latitude, longitude));
    }
  }

  private static String text(Duration span) {
    return "%d:%02d min".formatted(span.toMinutes(), span.toSecondsPart());
  }

  /** For the records that may say where they lie. */
  static void requireBothOrNeither(
      String place, @Nullable Double latitude, @Nullable Double longitude) {
    if ((latitude == null) != (longitude == null)) {
      throw new IllegalArgumentException(place + " needs latitude and longitude, or neither");
    }
  }
}
