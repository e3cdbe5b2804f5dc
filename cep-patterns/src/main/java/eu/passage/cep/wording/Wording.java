package eu.passage.cep.wording;

import eu.passage.avro.Passage;
import eu.passage.avro.VehicleType;
import eu.passage.schemas.plates.PlateSyntax;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pieces of an alert's sentence, in English; times are local times of Brussels and Paris. */
public final class Wording {

  /** Both sides of the border keep this time. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZONE);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM", Locale.ENGLISH).withZone(ZONE);

  private static final Tongue ENGLISH = new English();

  private Wording() {}

  /** {@code Plate 1-ABC-234 (BE)}, or {@code Truck …} where the vehicle is one. */
  public static String vehicle(Passage passage) {
    String noun = passage.getType().getValue() == VehicleType.TRUCK ? "Truck " : "Plate ";
    return noun + plate(passage.getPlate().getText(), passage.getPlate().getCountry());
  }

  /** {@code 1-ABC-234 (BE)}; without a country {@code 1ABC234 (country unknown)}. */
  public static String plate(String text, @Nullable String country) {
    return ENGLISH.plate(PlateSyntax.shipped().display(country, text), country);
  }

  /** {@code EST-1 on the N511}. */
  public static String place(Passage passage) {
    return passage.getCameraId() + " on the " + passage.getRoad();
  }

  /** {@code 02:10}. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** {@code 02:10 on 22 November}. */
  public static String dayAndTime(Instant at) {
    return DAY_AND_TIME.format(at);
  }

  /**
   * {@code 40 minutes}, {@code 12 hours}, {@code 2 hours 5 minutes}; under a minute in seconds,
   * from 48 hours on in days and hours.
   */
  public static String span(Duration span) {
    return ENGLISH.span(span);
  }

  /** {@code Belgium}, {@code the Netherlands}, for an ISO 3166-1 alpha-2 code. */
  public static String country(@Nullable String code) {
    return English.country(code);
  }
}
