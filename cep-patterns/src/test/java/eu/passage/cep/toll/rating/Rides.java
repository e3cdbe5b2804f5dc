package eu.passage.cep.toll.rating;

import eu.passage.avro.Charge;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.files.TariffDocument;
import eu.passage.cep.toll.files.TariffFile;
import eu.passage.cep.toll.tariff.TariffTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Passages, tariffs and answers for tests of rating. */
final class Rides {

  static final RegistryAnswer NOT_KNOWN = new RegistryAnswer.NotKnown();
  static final RegistryAnswer SILENT = new RegistryAnswer.NotAnswered();

  private static final String HEAD =
      """
      tariff: %s
      version: "1"
      title: A test
      validFrom: 2026-01-01
      validTo: 2027-01-01
      zone: Europe/Brussels
      currency: EUR
      vat: none
      """;

  private Rides() {}

  /** The tariffs of these documents, each without its head. */
  static TariffTable tariffs(String... bodies) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bodies.length; i++) {
      text.append(HEAD.formatted("t" + (i + 1))).append(bodies[i]).append("\n---\n");
    }
    return table(text.toString());
  }

  static TariffTable table(String text) {
    try {
      return new TariffTable(
          TariffFile.parse("test.yaml", text).stream().map(TariffDocument::tariff).toList());
    } catch (RuleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * @param at local time in Brussels
   */
  static Ride ride(String id, String at, String point) {
    return ride(id, at, point, null, null);
  }

  static Ride ride(
      String id, String at, String point, @Nullable Integer axles, @Nullable Integer weight) {
    return new Ride(
        id,
        LocalDateTime.parse(at).atZone(ZoneId.of("Europe/Brussels")).toInstant(),
        point,
        "BE",
        "N511",
        "N511-1",
        "1ABC234",
        "BE",
        axles,
        weight);
  }

  static RegistryAnswer known(@Nullable Integer euro, @Nullable Integer mass, String... uses) {
    return new RegistryAnswer.Known(new VehicleFacts(euro, null, mass, null, Set.of(uses)));
  }

  static Optional<BigDecimal> amount(Map<String, Rated> rated, String passage) {
    return charge(rated, passage).map(Charge::getAmount);
  }

  static Optional<Charge> charge(Map<String, Rated> rated, String passage) {
    return Optional.ofNullable(rated.get(passage)).flatMap(Rated::charge);
  }

  /** The inputs of a charge: name=value (source). */
  static List<String> inputs(Charge charge) {
    return charge.getInputs().stream()
        .map(one -> "%s=%s (%s)".formatted(one.getName(), one.getValue(), one.getSource()))
        .toList();
  }

  static List<Ride> rides(Ride... rides) {
    return Arrays.asList(rides);
  }
}
