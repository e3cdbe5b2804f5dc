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

/** Dutch as it is written in Belgium. */
final class Dutch extends Tongue {

  private static final Locale LOCALE = Locale.forLanguageTag("nl");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm", LOCALE);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
  private static final Set<String> WITH_HET = Set.of("GB");
  private static final Set<String> WITH_DE = Set.of("US", "AE", "PH");

  Dutch() {
    super(LOCALE);
  }

  @Override
  String and() {
    return "en";
  }

  @Override
  String noun(VehicleType type) {
    return switch (type) {
      case UNKNOWN -> "voertuig";
      case CAR -> "auto";
      case VAN -> "bestelwagen";
      case TRUCK -> "vrachtwagen";
      case BUS -> "bus";
      case MOTORCYCLE -> "motorfiets";
    };
  }

  @Override
  String subject(Subject subject) {
    if (subject.several()) {
      return "De voertuigen";
    }
    return (subject.type() == VehicleType.UNKNOWN ? "Het " : "De ") + noun(subject.type());
  }

  @Override
  String colour(Colour colour) {
    return switch (colour) {
      case UNKNOWN -> "onbekend";
      case WHITE -> "wit";
      case BLACK -> "zwart";
      case GREY -> "grijs";
      case RED -> "rood";
      case BLUE -> "blauw";
      case GREEN -> "groen";
      case YELLOW -> "geel";
      case ORANGE -> "oranje";
      case BROWN -> "bruin";
      case BEIGE -> "beige";
      case PURPLE -> "paars";
    };
  }

  @Override
  String attribute(String attribute) {
    return switch (attribute) {
      case "colour" -> "kleur";
      case "make" -> "merk";
      default -> attribute;
    };
  }

  @Override
  String countryUnknown() {
    return "land onbekend";
  }

  @Override
  String camera(Optional<String> name) {
    return name.map(n -> "camera " + n).orElse("een onbekende camera");
  }

  @Override
  String at(Optional<String> camera) {
    return "bij " + camera(camera);
  }

  @Override
  String atCameras(List<String> names) {
    return "bij camera’s " + join(names);
  }

  @Override
  String atCameras(int number) {
    return "bij " + number + " camera’s";
  }

  @Override
  String at(Moment moment) {
    return words(moment.withDay() ? "op " + DAY.format(moment.local()) : "", "om", time(moment));
  }

  @Override
  String between(Moment from, Moment to) {
    if (to.withDay()) {
      return "tussen %s om %s en %s om %s"
          .formatted(DAY.format(from.local()), time(from), DAY.format(to.local()), time(to));
    }
    String day = from.withDay() ? "op " + DAY.format(from.local()) : "";
    String first = from.summerTime().isPresent() ? time(from) : TIME.format(from.local());
    return words(day, "tussen", first, "en", time(to));
  }

  private static String time(Moment moment) {
    String summer = moment.summerTime().map(s -> s ? " (zomertijd)" : " (wintertijd)").orElse("");
    return TIME.format(moment.local()) + " uur" + summer;
  }

  @Override
  String span(Duration span) {
    if (span.toMinutes() == 0) {
      return counted(span.toSeconds(), "seconde", "seconden");
    }
    if (span.toHours() == 0) {
      return counted(span.toMinutes(), "minuut", "minuten");
    }
    if (span.toHours() >= HOURS_IN_DAYS) {
      return span.toDays()
          + " dagen"
          + (span.toHoursPart() == 0 ? "" : " en " + span.toHoursPart() + " uur");
    }
    return span.toHours()
        + " uur"
        + (span.toMinutesPart() == 0
            ? ""
            : " en " + counted(span.toMinutesPart(), "minuut", "minuten"));
  }

  private static String counted(long n, String one, String more) {
    return n + " " + (n == 1 ? one : more);
  }

  @Override
  String together() {
    return "samen";
  }

  @Override
  String times(int number) {
    return number + " keer";
  }

  @Override
  String did(Deed deed, Subject subject, String how) {
    return switch (deed.what()) {
      case ENTERED ->
          words(subject.several() ? "reden" : "reed", how, country(deed.country()), "binnen");
      case LEFT ->
          words(
              subject.several() ? "verlieten" : "verliet",
              how,
              country(deed.country()),
              "richting",
              country(deed.next()));
      case CROSSED -> words(subject.several() ? "staken" : "stak", how, "de grens over");
      case SEEN -> words(were(subject), how, "gezien");
    };
  }

  @Override
  String passed(Optional<String> camera, Subject subject, String how) {
    return words(subject.several() ? "passeerden" : "passeerde", how, camera(camera));
  }

  @Override
  String seenMore(int number, Subject subject) {
    return "%s nog %d keer gezien".formatted(were(subject), number);
  }

  @Override
  String differed(Distinct distinct, int number, List<String> values, Subject subject, String how) {
    return switch (distinct) {
      case CAMERA ->
          words(
              subject.several() ? "passeerden" : "passeerde",
              how,
              number + " verschillende camera’s");
      case ROAD -> seen(subject, how, "op " + number + " verschillende wegen");
      case ZONE -> seen(subject, how, "in " + number + " verschillende zones");
      case COUNTRY ->
          seen(subject, how, "in " + number + " verschillende landen" + bracketed(values));
      case TYPE ->
          seen(subject, how, "als " + number + " verschillende voertuigtypes" + bracketed(values));
      case COLOUR ->
          seen(subject, how, "in " + number + " verschillende kleuren" + bracketed(values));
      case DAY -> seen(subject, how, "op " + number + " verschillende dagen");
    };
  }

  @Override
  String hadNot(Deed deed, Subject subject, Moment by, String span) {
    String had = subject.several() ? "hadden" : "had";
    String was = subject.several() ? "waren" : "was";
    String when = "%s, %s later,".formatted(at(by), span);
    return switch (deed.what()) {
      case ENTERED -> words(was, when, country(deed.country()), "nog niet binnengereden");
      case LEFT -> words(had, country(deed.country()), when, "nog niet verlaten");
      case CROSSED -> words(was, "de grens", when, "nog niet overgestoken");
      case SEEN -> words(was, when, "nog niet opnieuw gezien");
    };
  }

  @Override
  String hadNotCome(Moment by, String span) {
    return "; de verwachte passage was %s, %s later, nog uitgebleven".formatted(at(by), span);
  }

  @Override
  String later(String span) {
    return ", " + span + " later";
  }

  @Override
  String atOnce() {
    return ", op hetzelfde ogenblik";
  }

  @Override
  String allIn(String span) {
    return ", dit alles in " + span;
  }

  @Override
  String in(String span) {
    return "in " + span;
  }

  @Override
  String neverFurtherApart(String span) {
    return ", met hoogstens " + span + " ertussen";
  }

  @Override
  String firstAndLast(String first, String last) {
    return ", de eerste keer " + first + " en de laatste keer " + last;
  }

  @Override
  String colon() {
    return ": ";
  }

  @Override
  String clocksChanged() {
    return "De klok werd intussen verzet.";
  }

  @Override
  String late(int late, int all) {
    if (late < all) {
      return late == 1
          ? "Eén van deze passages is met vertraging doorgegeven."
          : late + " van deze passages zijn met vertraging doorgegeven.";
    }
    return all == 1
        ? "Deze passage is met vertraging doorgegeven."
        : "Deze passages zijn met vertraging doorgegeven.";
  }

  @Override
  String apart(String one, String other, String kilometres, Optional<String> speed) {
    return "De camera’s %s en %s liggen minstens %s km uit elkaar%s."
        .formatted(
            one,
            other,
            kilometres,
            speed.map(s -> ", wat minstens " + s + " km/u vergt").orElse(""));
  }

  @Override
  String differ(List<String> attributes) {
    return "Wat de camera’s zagen, verschilt: " + String.join(", ", attributes) + ".";
  }

  private static String seen(Subject subject, String how, String where) {
    return words(were(subject), how, where, "gezien");
  }

  private static String were(Subject subject) {
    return subject.several() ? "werden" : "werd";
  }

  private static String country(String iso) {
    String name = Countries.name(iso, LOCALE).orElse("het land " + iso);
    return (WITH_HET.contains(iso) ? "het " : WITH_DE.contains(iso) ? "de " : "") + name;
  }
}
