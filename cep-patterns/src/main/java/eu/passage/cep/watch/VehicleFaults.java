package eu.passage.cep.watch;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.language.Countries;
import eu.passage.schemas.plates.PlateText;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with how an entry says which vehicles it is about, where and when. */
final class VehicleFaults {

  /** With fewer characters a wildcard fits a fair share of all vehicles. */
  private static final int FEWEST_FIXED = 3;

  /** With fewer of type, colour and make a description fits a fair share of all vehicles. */
  private static final int FEWEST_TRAITS = 2;

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  private VehicleFaults() {}

  static void addTo(List<String> faults, WatchEntry entry) {
    if (entry.getPlate().isBlank()) {
      addFaultsOfDescription(entry, faults);
    } else {
      addFaultsOfPlate(entry, faults);
    }
    addFaultOfCountry(entry.getCountry(), "--country", faults);
    String to = entry.getToCountry();
    addFaultOfCountry(to == null ? "" : to, "--to", faults);
    addFaultsOfHours(entry.getFromTime(), entry.getUntilTime(), faults);
    Integer lookBack = entry.getLookBackHours();
    if (lookBack != null && lookBack < 0) {
      faults.add("the look-back of %d hours is none: write 0 or more".formatted(lookBack));
    }
  }

  private static void addFaultsOfPlate(WatchEntry entry, List<String> faults) {
    String plate = entry.getPlate();
    String fixed = plate.replaceAll("[?*]", "");
    boolean exact = EntryPlates.isExact(plate);
    if (!PlateText.normalise(fixed).equals(fixed)) {
      faults.add(
          "the plate '%s' is not in normal form: write --plate %s, upper-case letters and digits"
              .formatted(plate, EntryPlates.normalise(plate)));
    }
    if (plate.length() > PlateText.MAX_LENGTH) {
      faults.add(
          "the plate '%s' has %d characters: no plate has more than %d; write a shorter --plate"
              .formatted(plate, plate.length(), PlateText.MAX_LENGTH));
    }
    if (!exact && fixed.length() < FEWEST_FIXED) {
      faults.add(
          "the wildcard '%s' fixes too little: write at least %d letters or digits in --plate"
              .formatted(plate, FEWEST_FIXED));
    }
    if (exact && entry.getCountry().isBlank()) {
      faults.add("no country: a plate is one country's; write --country, such as BE");
    }
  }

  /** What has no plate must leave most vehicles aside, or everybody is watched. */
  private static void addFaultsOfDescription(WatchEntry entry, List<String> faults) {
    long traits =
        Stream.of(
                entry.getType() != VehicleType.UNKNOWN,
                entry.getColour() != Colour.UNKNOWN,
                isSaid(entry.getMake()))
            .filter(said -> said)
            .count();
    if (traits < FEWEST_TRAITS) {
      faults.add(
          "no plate: write --plate, or describe the vehicle with at least two of --type, --colour"
              + " and --make");
    }
    boolean bounded =
        entry.getZones().stream().anyMatch(VehicleFaults::isSaid)
            || isSaid(entry.getToCountry())
            || isSaid(entry.getFromTime());
    if (!bounded) {
      faults.add(
          "no place and no hours: without a plate everybody would match; write --zone, --to, or"
              + " --from-time with --until-time");
    }
  }

  private static void addFaultOfCountry(String country, String option, List<String> faults) {
    if (!country.isBlank() && !Countries.known(country)) {
      faults.add(
          "'%s' is no country: write %s with the two letters of ISO 3166-1, such as BE"
              .formatted(country, option));
    }
  }

  private static void addFaultsOfHours(
      @Nullable String from, @Nullable String until, List<String> faults) {
    addFaultOfTime(from, "--from-time", faults);
    addFaultOfTime(until, "--until-time", faults);
    if (isSaid(from) != isSaid(until)) {
      faults.add(
          "half of the hours is missing: write both --from-time and --until-time, or neither");
    } else if (isSaid(from) && Objects.equals(from, until)) {
      faults.add("the hours end when they begin: write another --until-time than " + until);
    }
  }

  private static void addFaultOfTime(@Nullable String time, String option, List<String> faults) {
    if (isSaid(time) && !TIME.matcher(time).matches()) {
      faults.add("'%s' is no time of day: write %s as 22:30".formatted(time, option));
    }
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
