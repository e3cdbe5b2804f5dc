package eu.passage.cep.wording;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.model.Distinct;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * French as police on both sides of the border write it; participles agree, and what may not be
 * torn apart at the end of a line has a blank that holds.
 */
final class French extends Tongue {

  /** No-break space. */
  private static final String HOLD = "\u00a0";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH'h'mm", Locale.FRENCH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);

  French() {
    super(Locale.FRENCH);
  }

  @Override
  String and() {
    return "et";
  }

  @Override
  String noun(VehicleType type) {
    return switch (type) {
      case UNKNOWN -> "véhicule";
      case CAR -> "voiture";
      case VAN -> "camionnette";
      case TRUCK -> "camion";
      case BUS -> "bus";
      case MOTORCYCLE -> "moto";
    };
  }

  @Override
  String subject(Subject subject) {
    return subject.several()
        ? "Les véhicules"
        : (feminine(subject) ? "La " : "Le ") + noun(subject.type());
  }

  @Override
  String colour(Colour colour) {
    return switch (colour) {
      case UNKNOWN -> "inconnu";
      case WHITE -> "blanc";
      case BLACK -> "noir";
      case GREY -> "gris";
      case RED -> "rouge";
      case BLUE -> "bleu";
      case GREEN -> "vert";
      case YELLOW -> "jaune";
      case ORANGE -> "orange";
      case BROWN -> "brun";
      case BEIGE -> "beige";
      case PURPLE -> "violet";
    };
  }

  @Override
  String attribute(String attribute) {
    return switch (attribute) {
      case "colour" -> "couleur";
      case "make" -> "marque";
      case "model" -> "modèle";
      default -> attribute;
    };
  }

  @Override
  String countryUnknown() {
    return "pays inconnu";
  }

  @Override
  String camera(Optional<String> name) {
    return name.map(n -> "la caméra " + n).orElse("une caméra inconnue");
  }

  @Override
  String at(Optional<String> camera) {
    return "à hauteur " + (camera.isPresent() ? "de " : "d’") + camera(camera);
  }

  @Override
  String atCameras(List<String> names) {
    return "à hauteur des caméras " + join(names);
  }

  @Override
  String atCameras(int number) {
    return "à hauteur de " + number + " caméras";
  }

  @Override
  String at(Moment moment) {
    return (moment.withDay() ? "le " + day(moment) + " " : "") + "à " + time(moment);
  }

  @Override
  String between(Moment from, Moment to) {
    if (to.withDay()) {
      return "entre %s et %s".formatted(at(from), at(to));
    }
    String day = from.withDay() ? "le " + day(from) : "";
    return words(day, "entre %s et %s".formatted(time(from), time(to)));
  }

  private static String day(Moment moment) {
    int day = moment.local().getDayOfMonth();
    return (day == 1 ? "1er" : day) + HOLD + MONTH.format(moment.local());
  }

  private static String time(Moment moment) {
    String summer =
        moment.summerTime().map(s -> s ? " (heure d’été)" : " (heure d’hiver)").orElse("");
    return TIME.format(moment.local()) + summer;
  }

  @Override
  String span(Duration span) {
    if (span.toMinutes() == 0) {
      return counted(span.toSeconds(), "seconde");
    }
    if (span.toHours() == 0) {
      return counted(span.toMinutes(), "minute");
    }
    if (span.toHours() >= HOURS_IN_DAYS) {
      String hours = span.toHoursPart() == 0 ? "" : "et " + counted(span.toHoursPart(), "heure");
      return words(counted(span.toDays(), "jour"), hours);
    }
    return span.toMinutesPart() == 0
        ? counted(span.toHours(), "heure")
        : span.toHours() + HOLD + "h" + HOLD + twoDigits(span.toMinutesPart());
  }

  private static String twoDigits(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }

  /** French counts in the plural from two on. */
  private static String counted(long n, String unit) {
    return n + HOLD + unit + (n < 2 ? "" : "s");
  }

  @Override
  String together() {
    return "ensemble";
  }

  @Override
  String times(int number) {
    return number + HOLD + "fois";
  }

  @Override
  String did(Deed deed, Subject subject, String how) {
    return switch (deed.what()) {
      case ENTERED ->
          words(are(subject), agree("entré", subject), how, FrenchCountries.into(deed.country()));
      case LEFT ->
          words(
              have(subject),
              "quitté",
              how,
              FrenchCountries.withArticle(deed.country()),
              "pour",
              FrenchCountries.withArticle(deed.next()));
      case CROSSED -> words(have(subject), "franchi", how, "la frontière");
      case SEEN -> seen(subject, how);
    };
  }

  @Override
  String passed(Optional<String> camera, Subject subject, String how) {
    return words(are(subject), agree("passé", subject), how, "devant", camera(camera));
  }

  @Override
  String seenMore(int number, Subject subject) {
    return "%s encore été %s %s".formatted(have(subject), agree("vu", subject), times(number));
  }

  @Override
  String differed(Distinct distinct, int number, List<String> values, Subject subject, String how) {
    String seen = seen(subject, how);
    return switch (distinct) {
      case CAMERA ->
          words(
              are(subject),
              agree("passé", subject),
              how,
              "devant " + number + " caméras différentes");
      case ROAD -> seen + " sur " + number + " routes différentes";
      case ZONE -> seen + " dans " + number + " zones différentes";
      case COUNTRY -> seen + " dans " + number + " pays différents" + bracketed(values);
      case TYPE -> seen + " comme " + number + " types de véhicule différents" + bracketed(values);
      case COLOUR -> seen + " en " + number + " couleurs différentes" + bracketed(values);
      case DAY -> seen + " au cours de " + number + " jours différents";
    };
  }

  @Override
  String hadNot(Deed deed, Subject subject, Moment by, String span) {
    String had = subject.several() ? "n’avaient toujours pas " : "n’avait toujours pas ";
    String were = subject.several() ? "n’étaient toujours pas " : "n’était toujours pas ";
    String what =
        switch (deed.what()) {
          case ENTERED ->
              were + agree("entré", subject) + " " + FrenchCountries.into(deed.country());
          case LEFT -> had + "quitté " + FrenchCountries.withArticle(deed.country());
          case CROSSED -> had + "franchi la frontière";
          case SEEN -> had + "été " + agree("revu", subject);
        };
    return "%s %s, %s plus tard".formatted(what, at(by), span);
  }

  @Override
  String hadNotCome(Moment by, String span) {
    return HOLD
        + "; le passage attendu n’avait toujours pas eu lieu %s, %s plus tard"
            .formatted(at(by), span);
  }

  @Override
  String later(String span) {
    return ", " + span + " plus tard";
  }

  @Override
  String atOnce() {
    return ", au même instant";
  }

  @Override
  String allIn(String span) {
    return ", le tout en " + span;
  }

  @Override
  String in(String span) {
    return "en " + span;
  }

  @Override
  String neverFurtherApart(String span) {
    return ", jamais à plus de " + span + " d’intervalle";
  }

  @Override
  String firstAndLast(String first, String last) {
    return ", la première fois " + first + " et la dernière fois " + last;
  }

  @Override
  String colon() {
    return HOLD + ": ";
  }

  @Override
  String clocksChanged() {
    return "L’heure a changé entre-temps.";
  }

  @Override
  String late(int late, int all) {
    if (late < all) {
      return late == 1
          ? "Un de ces passages a été transmis avec retard."
          : late + " de ces passages ont été transmis avec retard.";
    }
    return all == 1
        ? "Ce passage a été transmis avec retard."
        : "Ces passages ont été transmis avec retard.";
  }

  @Override
  String apart(String one, String other, String kilometres, Optional<String> speed) {
    return "Les caméras %s et %s sont distantes d’au moins %s%skm%s."
        .formatted(
            one,
            other,
            kilometres,
            HOLD,
            speed.map(s -> ", ce qui suppose au moins " + s + HOLD + "km/h").orElse(""));
  }

  @Override
  String differ(List<String> attributes) {
    return "Ce que les caméras ont vu diffère" + colon() + String.join(", ", attributes) + ".";
  }

  private static String seen(Subject subject, String how) {
    return words(have(subject), "été", agree("vu", subject), how);
  }

  private static String have(Subject subject) {
    return subject.several() ? "ont" : "a";
  }

  private static String are(Subject subject) {
    return subject.several() ? "sont" : "est";
  }

  /** Several are called vehicles, a masculine word. */
  private static String agree(String participle, Subject subject) {
    return participle + (subject.several() ? "s" : feminine(subject) ? "e" : "");
  }

  private static boolean feminine(Subject subject) {
    return switch (subject.type()) {
      case CAR, VAN, MOTORCYCLE -> true;
      case UNKNOWN, TRUCK, BUS -> false;
    };
  }
}
