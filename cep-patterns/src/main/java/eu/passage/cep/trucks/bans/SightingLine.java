package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataLine;
import eu.passage.schemas.cameras.Camera;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A truck at a point, as a scenario tells it: {@code [WHEN] HH:MM PLATE @POINT}, and in any order
 * {@code FR>BE}, {@code 5axles}, {@code 44000kg} and how surely it was seen, {@code 90%}.
 */
final class SightingLine {

  static final String EXAMPLE = "10:00 1TRK555 FR>BE @EST-1 5axles 44000kg";

  private static final Pattern CROSSING = Pattern.compile("([A-Z]{2})>([A-Z]{2})");
  private static final Pattern AXLES = Pattern.compile("(\\d{1,2})axles");
  private static final Pattern WEIGHT = Pattern.compile("(\\d{1,6})kg");
  private static final Pattern SURE = Pattern.compile("(\\d{1,2}|100)%");

  private final DataLine line;
  private final ChargingPoints points;

  private String point = "";
  private @Nullable String from;
  private @Nullable String to;
  private @Nullable Integer axles;
  private @Nullable Integer weight;
  private float sure = 1;
  private boolean good = true;

  SightingLine(DataLine line, ChargingPoints points) {
    this.line = line;
    this.points = points;
  }

  /** Empty where a fault was found. */
  Optional<Sighting> read() {
    Optional<Instant> at = line.moment(EXAMPLE);
    Optional<DataLine.Plate> plate = at.isEmpty() ? Optional.empty() : line.plate();
    if (plate.isEmpty()) {
      return Optional.empty();
    }
    while (line.more()) {
      word(line.take());
    }
    if (good && point.isEmpty()) {
      line.fault(
          "The line does not say where the truck passed.", "A line is written like " + EXAMPLE);
      good = false;
    }
    return good ? Optional.of(sighting(at.orElseThrow(), plate.get())) : Optional.empty();
  }

  private Sighting sighting(Instant at, DataLine.Plate plate) {
    Camera camera = points.cameras(point).get(0);
    String id = String.join(" ", at.toString(), plate.country(), plate.text(), point);
    return new Sighting(
        id,
        List.of(id),
        point,
        camera.country(),
        camera.road(),
        at,
        0,
        from,
        to,
        plate.text(),
        plate.country(),
        sure,
        sure,
        axles,
        weight,
        List.of());
  }

  private void word(String word) {
    Matcher crossing = CROSSING.matcher(word);
    Matcher counted = AXLES.matcher(word);
    Matcher weighed = WEIGHT.matcher(word);
    Matcher percent = SURE.matcher(word);
    if (word.startsWith("@")) {
      point(word.substring(1));
    } else if (crossing.matches()) {
      from = crossing.group(1);
      to = crossing.group(2);
    } else if (counted.matches()) {
      axles = Integer.valueOf(counted.group(1));
    } else if (weighed.matches()) {
      weight = Integer.valueOf(weighed.group(1));
    } else if (percent.matches()) {
      sure = Integer.parseInt(percent.group(1)) / 100f;
    } else {
      fault(
          "'%s' says nothing about a truck's passage.".formatted(word),
          "A line is written like " + EXAMPLE);
    }
  }

  private void point(String name) {
    if (points.has(name)) {
      point = name;
    } else {
      fault("'%s' is no charging point%s.".formatted(name, points.meant(name)), points.advice());
    }
  }

  private void fault(String message, String advice) {
    line.fault(message, advice);
    good = false;
  }
}
