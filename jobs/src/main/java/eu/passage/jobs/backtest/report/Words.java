package eu.passage.jobs.backtest.report;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.backtest.tally.Period;
import eu.passage.jobs.backtest.tally.Told;
import eu.passage.schemas.cameras.Camera;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times, numbers and passages in words. Times are local. */
final class Words {

  static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm:ss", Locale.ENGLISH);

  private Words() {}

  static String moment(long at) {
    return MOMENT.format(Instant.ofEpochMilli(at).atZone(Period.ZONE));
  }

  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String of(long value, String one, String many) {
    return number(value) + " " + (value == 1 ? one : many);
  }

  static String alerts(long value) {
    return of(value, "alert", "alerts");
  }

  /** Minutes, from two hours on as hours. */
  static String minutes(double minutes) {
    return minutes < 120
        ? String.format(Locale.ROOT, "%.0f min", minutes)
        : String.format(Locale.ROOT, "%,.1f h", minutes / 60);
  }

  /** From the first day to the last. */
  static String period(Period period) {
    return period.days() == 1
        ? DAY.format(period.first())
        : "%s to %s".formatted(DAY.format(period.first()), DAY.format(period.last()));
  }

  /** Such as {@code BE 1ABC234, white truck, FR → BE at EST-1 (N510 Estaimpuis)}. */
  static String passage(PassageFacts passage, CameraTable cameras) {
    StringBuilder text = new StringBuilder(Told.vehicle(passage));
    String looks = looks(passage);
    if (!looks.isEmpty()) {
      text.append(", ").append(looks);
    }
    text.append(", ");
    if (passage.crossing()) {
      text.append(CountryCode.text(passage.from()))
          .append(" → ")
          .append(CountryCode.text(passage.to()))
          .append(' ');
    }
    Optional<Camera> camera = cameras.find(passage.camera());
    text.append("at ").append(camera.map(Camera::id).orElse("?"));
    camera.ifPresent(c -> text.append(" (").append(c.road()).append(')'));
    if (passage.late()) {
      text.append(", came late");
    }
    return text.toString();
  }

  private static String looks(PassageFacts passage) {
    String colour = passage.colour() == Colour.UNKNOWN ? "" : lower(passage.colour());
    String type = passage.type() == VehicleType.UNKNOWN ? "" : lower(passage.type());
    return (colour + " " + type).strip();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
