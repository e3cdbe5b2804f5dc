package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataLine;
import eu.passage.cep.toll.files.TariffTest.Expected;
import eu.passage.cep.toll.files.TariffTest.Given;
import eu.passage.cep.toll.rating.Ride;
import eu.passage.cep.toll.tariff.Pricing;
import eu.passage.cep.toll.tariff.Where;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a scenario: {@code [WHEN] HH:MM PLATE @POINT [5axles] [44000kg] owes 2.05}, or
 * {@code owes nothing}, or {@code exempt military}.
 */
final class GivenLine {

  static final String EXAMPLE = "2026-03-10 08:00 1ABC234 @EST-1 owes 2.05";

  private static final Pattern AXLES = Pattern.compile("(\\d{1,2})axles");
  private static final Pattern WEIGHT = Pattern.compile("(\\d{1,6})kg");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,8}(\\.\\d{1,4})?");

  private final DataLine line;
  private final Place place;
  private final int number;

  private String point = "";
  private @Nullable Integer axles;
  private @Nullable Integer weight;
  private @Nullable Expected expected;

  /**
   * Where passages of a scenario are, beside their charging points.
   *
   * @param segment null where there is none
   */
  record Place(String country, String road, @Nullable String segment) {

    /** Where the tariff applies. */
    static Place usual(Optional<Pricing> pricing) {
      return pricing
          .filter(Pricing.PerPassage.class::isInstance)
          .map(one -> usual(((Pricing.PerPassage) one).where()))
          .orElse(new Place("BE", "", null));
    }

    private static Place usual(Where where) {
      return new Place(
          where.countries().stream().findFirst().orElse("BE"),
          where.roads().stream().findFirst().orElse(""),
          where.segments().stream().findFirst().orElse(null));
    }
  }

  /**
   * @param number of the line, for the passage's id
   */
  GivenLine(DataLine line, Place place, int number) {
    this.line = line;
    this.place = place;
    this.number = number;
  }

  /** Empty where a fault was found. */
  Optional<Given> read() {
    Optional<Instant> at = line.moment(EXAMPLE);
    Optional<DataLine.Plate> plate = at.isEmpty() ? Optional.empty() : line.plate();
    if (plate.isEmpty()) {
      return Optional.empty();
    }
    while (line.more() && expected == null) {
      if (!word(line.take())) {
        return Optional.empty();
      }
    }
    if (point.isEmpty() || expected == null) {
      line.fault(
          "The line does not say %s."
              .formatted(point.isEmpty() ? "where the truck passed" : "what it owes"),
          "A line is written like " + EXAMPLE);
      return Optional.empty();
    }
    if (line.more()) {
      line.take();
      line.fault("The line goes on behind what is owed.", "A line is written like " + EXAMPLE);
      return Optional.empty();
    }
    return Optional.of(new Given(ride(at.orElseThrow(), plate.get()), expected, line));
  }

  private Ride ride(Instant at, DataLine.Plate plate) {
    return new Ride(
        "line %03d".formatted(number),
        at,
        point,
        place.country(),
        place.road(),
        place.segment(),
        plate.text(),
        plate.country(),
        axles,
        weight);
  }

  private boolean word(String word) {
    Matcher counted = AXLES.matcher(word);
    Matcher weighed = WEIGHT.matcher(word);
    if (word.startsWith("@") && word.length() > 1) {
      point = word.substring(1);
    } else if (counted.matches()) {
      axles = Integer.valueOf(counted.group(1));
    } else if (weighed.matches()) {
      weight = Integer.valueOf(weighed.group(1));
    } else if (word.equals("owes")) {
      return owes(line.take());
    } else if (word.equals("exempt")) {
      expected = new Expected.Exempt(rest());
    } else {
      line.fault(
          "'%s' says nothing about a truck's passage.".formatted(word),
          "A line is written like " + EXAMPLE);
      return false;
    }
    return true;
  }

  private boolean owes(String amount) {
    if (amount.equals("nothing")) {
      expected = new Expected.Nothing();
    } else if (AMOUNT.matcher(amount).matches()) {
      expected = new Expected.Amount(new BigDecimal(amount));
    } else {
      line.fault(
          "'%s' is no amount.".formatted(amount),
          "Write owes 2.05, owes nothing, or exempt and the exemption's name.");
      return false;
    }
    return true;
  }

  private String rest() {
    List<String> words = new ArrayList<>();
    while (line.more()) {
      words.add(line.take());
    }
    return String.join(" ", words);
  }
}
