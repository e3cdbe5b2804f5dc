package eu.passage.cep.toll.files;

import eu.passage.avro.Charge;
import eu.passage.cep.language.DataLine;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.rating.Ride;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A scenario inside a tariff: passages, and what each must owe.
 *
 * @param registry what the vehicle registry says of all its vehicles
 */
public record TariffTest(RegistryAnswer registry, List<Given> given) {

  public TariffTest {
    given = List.copyOf(given);
  }

  /** What a passage must owe. */
  public sealed interface Expected {

    /** It has no charge at all. */
    record Nothing() implements Expected {}

    record Amount(BigDecimal amount) implements Expected {}

    /**
     * Nothing is owed.
     *
     * @param why as charges tell it
     */
    record Exempt(String why) implements Expected {}
  }

  /**
   * A passage.
   *
   * @param line where it stands; its last word is what is expected
   */
  public record Given(Ride ride, Expected expected, DataLine line) {}

  /** Runs it; what comes out otherwise is a fault of its file. */
  void run(Rater rater) {
    Map<String, List<Given>> vehicles =
        given.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.ride().plateCountry() + ":" + one.ride().plate(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Given> vehicle : vehicles.values()) {
      Map<String, Rated> rated = rater.rate(vehicle.stream().map(Given::ride).toList(), registry);
      for (Given one : vehicle) {
        Optional<Charge> charge =
            Optional.ofNullable(rated.get(one.ride().passageId())).flatMap(Rated::charge);
        if (!isAsExpected(one.expected(), charge)) {
          one.line()
              .fault(
                  "The test fails: this passage %s.".formatted(words(charge)),
                  "Mend the tariff or the test; 'tolls price' shows how an amount comes about.");
        }
      }
    }
  }

  private static boolean isAsExpected(Expected expected, Optional<Charge> charge) {
    if (expected instanceof Expected.Exempt exempt) {
      return charge.map(Charge::getExemption).filter(exempt.why()::equals).isPresent();
    }
    if (expected instanceof Expected.Amount amount) {
      return charge
          .filter(one -> one.getExemption() == null)
          .filter(one -> one.getAmount().compareTo(amount.amount()) == 0)
          .isPresent();
    }
    return charge.isEmpty();
  }

  private static String words(Optional<Charge> charge) {
    return charge
        .map(
            one ->
                one.getExemption() == null
                    ? "owes " + one.getAmount().toPlainString()
                    : "is exempt: " + one.getExemption())
        .orElse("owes nothing");
  }
}
