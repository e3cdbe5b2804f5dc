package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.rating.Computed.Exempt;
import eu.passage.cep.toll.rating.Computed.Impossible;
import eu.passage.cep.toll.rating.Computed.Owed;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.Pricing.PerKilometre.Distance;
import eu.passage.cep.toll.tariff.Tariff;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes stored amounts again, out of what was stored with them and the tariffs alone. */
public final class Recount {

  private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Tariff.SCALE);

  private final Map<String, Calculation> calculations = new HashMap<>();
  private final TariffTable tariffs;
  private final Rater rater;

  public Recount(TariffTable tariffs) {
    this.tariffs = tariffs;
    tariffs.all().forEach(one -> calculations.put(one.name(), new Calculation(one)));
    rater = new Rater(tariffs);
  }

  /**
   * Something of a charge that does not follow from its inputs.
   *
   * @param what such as {@code amount} or {@code input euroClass}
   * @param stored empty where it is missing
   * @param expected empty where it should not be there
   */
  public record Difference(String what, String stored, String expected) {

    /** For people. */
    public String text() {
      return "%s is %s, and %s follows"
          .formatted(
              what, stored.isEmpty() ? "missing" : stored, expected.isEmpty() ? "none" : expected);
    }
  }

  /**
   * What does not follow from a charge's own inputs; nothing where all does. That other passages of
   * the day left as much of a cap as it says, only {@link #again} can tell.
   */
  public List<Difference> differences(Charge charge) {
    Calculation calculation =
        calculations.get(charge.getTariffId() + " " + charge.getTariffVersion());
    if (calculation == null) {
      return List.of(
          new Difference(
              "tariff",
              charge.getTariffId() + " " + charge.getTariffVersion(),
              "one of the tariffs that are known"));
    }
    Found found = new Found();
    Inputs inputs = Inputs.of(charge.getInputs());
    Tariff tariff = calculation.tariff();
    found.compare("currency", charge.getCurrency(), tariff.currency());
    found.compare("vat", charge.getVat(), tariff.vat());
    charge.getInputs().forEach(input -> checkGiven(input, calculation, inputs, found));
    Computed computed = calculation.of(inputs);
    if (computed instanceof Owed owed) {
      found.compare("exemption", charge.getExemption(), null);
      check(owed, charge, inputs, tariff, found);
    } else if (computed instanceof Exempt exempt) {
      found.compare("exemption", charge.getExemption(), exempt.why());
      found.compare("amount", charge.getAmount(), ZERO);
      found.compare("uncapped", charge.getUncapped(), null);
    } else if (computed instanceof Impossible impossible) {
      found.add(
          "input " + impossible.input(),
          inputs.value(impossible.input()).orElse(""),
          "a value that the tariff knows");
    }
    return found.differences;
  }

  /** In what a charge differs from the one that follows. */
  public static List<Difference> differences(Charge stored, Charge expected) {
    Found found = new Found();
    found.compare("amount", stored.getAmount(), expected.getAmount());
    found.compare("currency", stored.getCurrency(), expected.getCurrency());
    found.compare("vat", stored.getVat(), expected.getVat());
    found.compare("exemption", stored.getExemption(), expected.getExemption());
    found.compare("uncapped", stored.getUncapped(), expected.getUncapped());
    Map<String, String> given = values(stored);
    Map<String, String> follow = values(expected);
    Set<String> names = new LinkedHashSet<>(given.keySet());
    names.addAll(follow.keySet());
    names.forEach(name -> found.compare("input " + name, given.get(name), follow.get(name)));
    return found.differences;
  }

  /** With their sources: a fact that somebody told is not one that was assumed. */
  private static Map<String, String> values(Charge charge) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ChargeInput input : charge.getInputs()) {
      String value =
          "%s (%s)".formatted(input.getValue(), input.getSource().name().toLowerCase(Locale.ROOT));
      values.merge(input.getName(), value, (one, other) -> one + ", " + other);
    }
    return values;
  }

  /** What the tariff itself gives as an input must be what it says. */
  private static void checkGiven(
      ChargeInput input, Calculation calculation, Inputs inputs, Found found) {
    Tariff tariff = calculation.tariff();
    Optional<String> given =
        switch (input.getName()) {
          case Inputs.REGION -> Optional.of(tariff.region());
          case Inputs.KM ->
              inputs
                  .value(Inputs.WAY)
                  .flatMap(calculation::distance)
                  .map(Distance::km)
                  .map(BigDecimal::toPlainString);
          default ->
              input.getSource() == InputSource.ASSUMED
                  ? Dimension.of(input.getName()).map(tariff.assume()::get)
                  : Optional.empty();
        };
    given.ifPresent(value -> found.compare("input " + input.getName(), input.getValue(), value));
  }

  private static void check(Owed owed, Charge charge, Inputs inputs, Tariff tariff, Found found) {
    found.compare(
        "input " + Inputs.PRICE, inputs.value(Inputs.PRICE).orElse(null), plain(owed.price()));
    Optional<BigDecimal> left = inputs.value(Inputs.CAP_LEFT).flatMap(Recount::number);
    BigDecimal cap = tariff.cap();
    boolean lessens =
        cap != null
            && left.filter(there -> there.signum() >= 0)
                .filter(there -> there.compareTo(cap) <= 0)
                .filter(there -> there.compareTo(owed.amount()) < 0)
                .isPresent();
    if (lessens) {
      found.compare("amount", charge.getAmount(), left.orElseThrow());
      found.compare("uncapped", charge.getUncapped(), owed.amount());
      return;
    }
    found.compare("input " + Inputs.CAP_LEFT, inputs.value(Inputs.CAP_LEFT).orElse(null), null);
    found.compare(
        "amount", charge.getAmount(), cap == null ? owed.amount() : owed.amount().min(cap));
    found.compare("uncapped", charge.getUncapped(), null);
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }

  /** How much of a vehicle's past has to be there: see {@link Rater#horizon}. */
  public Duration horizon() {
    return rater.horizon();
  }

  /**
   * What passages owe when all is computed again, with what the vehicle registry and people had
   * said of each as the charges tell it. By tariffs that need more of the registry than was stored,
   * that is assumed.
   *
   * @param events of one vehicle that no others correct, and that are not withdrawn, with their
   *     past of {@link Rater#horizon}
   * @return by passage
   */
  public Map<String, Rated> again(List<TollEvent> events) {
    return again(events, Map.of());
  }

  /**
   * The same where more is known of some passages than was stored.
   *
   * @param known by passage
   */
  public Map<String, Rated> again(List<TollEvent> events, Map<String, Knowledge> known) {
    // one that is charged twice passed once
    Map<String, TollEvent> byPassage = new HashMap<>();
    events.forEach(event -> byPassage.put(event.getPassageId(), event));
    Map<String, Knowledge> all = new HashMap<>();
    byPassage.forEach(
        (passage, event) -> {
          Knowledge more = known.get(passage);
          all.put(passage, more != null ? more : StoredAnswer.of(event, tariffs));
        });
    return rater.rate(
        byPassage.values().stream().map(Ride::of).toList(),
        ride -> Objects.requireNonNull(all.get(ride.passageId()), ride.passageId()));
  }

  private static final class Found {

    private final List<Difference> differences = new ArrayList<>();

    void add(String what, String stored, String expected) {
      differences.add(new Difference(what, stored, expected));
    }

    void compare(String what, @Nullable Object stored, @Nullable Object expected) {
      if (!Objects.equals(stored, expected)) {
        add(what, text(stored), text(expected));
      }
    }

    private static String text(@Nullable Object value) {
      return value instanceof BigDecimal number
          ? number.toPlainString()
          : value == null ? "" : value.toString();
    }
  }
}
