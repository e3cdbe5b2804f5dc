package eu.passage.cep.wording;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.model.Distinct;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** English as it is written in Britain. */
final class English extends Tongue {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final Set<String> WITH_ARTICLE = Set.of("NL", "GB", "US", "AE", "PH", "IM");

  English() {
    super(Locale.ENGLISH);
  }

  @Override
  String noun(VehicleType type) {
    return switch (type) {
      case UNKNOWN -> "vehicle";
      case CAR -> "car";
      case VAN -> "van";
      case TRUCK -> "truck";
      case BUS -> "bus";
      case MOTORCYCLE -> "motorcycle";
    };
  }

  @Override
  String subject(Subject subject) {
    return subject.several() ? "The vehicles" : "The " + noun(subject.type());
  }

  @Override
  String colour(Colour colour) {
    return colour.name().toLowerCase(Locale.ROOT);
  }

  @Override
  String countryUnknown() {
    return "country unknown";
  }

  @Override
  String camera(Optional<String> name) {
    return name.map(n -> "camera " + n).orElse("an unknown camera");
  }

  @Override
  String at(Optional<String> camera) {
    return "at " + camera(camera);
  }

  @Override
  String atCameras(List<String> names) {
    return "at cameras " + join(names);
  }

  @Override
  String atCameras(int number) {
    return "at " + number + " cameras";
  }

  @Override
  String at(Moment moment) {
    return "at " + bare(moment);
  }

  @Override
  String between(Moment from, Moment to) {
    return from.withDay() && !to.withDay()
        ? "between %s and %s on %s".formatted(time(from), time(to), DAY.format(from.local()))
        : "between %s and %s".formatted(bare(from), bare(to));
  }

  private static String bare(Moment moment) {
    return time(moment) + (moment.withDay() ? " on " + DAY.format(moment.local()) : "");
  }

  private static String time(Moment moment) {
    String summer =
        moment.summerTime().map(s -> s ? " (summer time)" : " (winter time)").orElse("");
    return TIME.format(moment.local()) + summer;
  }

  @Override
  String span(Duration span) {
    if (span.toMinutes() == 0) {
      return counted(span.toSeconds(), "second");
    }
    if (span.toHours() < HOURS_IN_DAYS) {
      return words(some(span.toHours(), "hour"), some(span.toMinutesPart(), "minute"));
    }
    return words(some(span.toDays(), "day"), some(span.toHoursPart(), "hour"));
  }

  private static String some(long n, String unit) {
    return n == 0 ? "" : counted(n, unit);
  }

  private static String counted(long n, String unit) {
    return n + " " + unit + (n == 1 ? "" : "s");
  }

  @Override
  String together() {
    return "together";
  }

  @Override
  String times(int number) {
    return number == 2 ? "twice" : number + " times";
  }

  @Override
  String did(Deed deed, Subject subject, String how) {
    return switch (deed.what()) {
      case ENTERED -> words("entered", country(deed.country()), how);
      case LEFT -> words("left", country(deed.country()), "for", country(deed.next()), how);
      case CROSSED -> words("crossed the border", how);
      case SEEN -> words(was(subject), "seen", how);
    };
  }

  @Override
  String passed(Optional<String> camera, Subject subject, String how) {
    return words("passed", camera(camera), how);
  }

  @Override
  String seenMore(int number, Subject subject) {
    return "%s seen %d more times".formatted(was(subject), number);
  }

  @Override
  String differed(Distinct distinct, int number, List<String> values, Subject subject, String how) {
    String seen = words(was(subject), "seen", how);
    return switch (distinct) {
      case CAMERA -> words("passed", number + " different cameras", how);
      case ROAD -> seen + " on " + number + " different roads";
      case ZONE -> seen + " in " + number + " different zones";
      case COUNTRY -> seen + " in " + number + " different countries" + bracketed(values);
      case TYPE -> seen + " as " + number + " different types of vehicle" + bracketed(values);
      case COLOUR -> seen + " in " + number + " different colours" + bracketed(values);
      case DAY -> seen + " on " + number + " different days";
    };
  }

  @Override
  String hadNot(Deed deed, Subject subject, Moment by, String span) {
    String what =
        switch (deed.what()) {
          case ENTERED -> "had not entered " + country(deed.country());
          case LEFT -> "had not left " + country(deed.country());
          case CROSSED -> "had not crossed the border";
          case SEEN -> "had not been seen again";
        };
    return "%s by %s, %s later".formatted(what, bare(by), span);
  }

  @Override
  String hadNotCome(Moment by, String span) {
    return "; the passage that should have followed had not come by %s, %s later"
        .formatted(bare(by), span);
  }

  @Override
  String later(String span) {
    return ", " + span + " later";
  }

  @Override
  String atOnce() {
    return ", at the same moment";
  }

  @Override
  String allIn(String span) {
    return ", all in " + span;
  }

  @Override
  String in(String span) {
    return "in " + span;
  }

  @Override
  String neverFurtherApart(String span) {
    return ", never more than " + span + " apart";
  }

  @Override
  String firstAndLast(String first, String last) {
    return ", first " + first + " and last " + last;
  }

  @Override
  String colon() {
    return ": ";
  }

  @Override
  String clocksChanged() {
    return "The clocks changed in between.";
  }

  @Override
  String late(int late, int all) {
    if (late < all) {
      return late == 1
          ? "One of these passages was reported late."
          : late + " of these passages were reported late.";
    }
    return all == 1 ? "This passage was reported late." : "These passages were reported late.";
  }

  @Override
  String apart(String one, String other, String kilometres, Optional<String> speed) {
    return "Cameras %s and %s are at least %s km apart%s."
        .formatted(
            one,
            other,
            kilometres,
            speed.map(s -> ", which takes at least " + s + " km/h").orElse(""));
  }

  @Override
  String differ(List<String> attributes) {
    return "What the cameras saw differs: " + String.join(", ", attributes) + ".";
  }

  @Override
  String attribute(String attribute) {
    return attribute;
  }

  @Override
  String and() {
    return "and";
  }

  /** With its article where it has one; null is a country nobody knows. */
  static String country(@Nullable String iso) {
    if (iso == null) {
      return "an unknown country";
    }
    String name = Countries.name(iso, Locale.ENGLISH).orElse("the country " + iso);
    return (WITH_ARTICLE.contains(iso) ? "the " : "") + name.replace("&", "and");
  }

  private static String was(Subject subject) {
    return subject.several() ? "were" : "was";
  }
}
