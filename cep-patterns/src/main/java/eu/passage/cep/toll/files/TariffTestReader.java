package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataLine;
import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.tariff.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scenarios inside a tariff. */
final class TariffTestReader {

  private static final List<String> KEYS = List.of("vehicle", "registry", "at", "given");
  private static final List<String> VEHICLE =
      List.of("euroClass", "co2Class", "maximumMassKg", "axles", "uses");
  private static final List<String> PLACE = List.of("country", "road", "segment");
  private static final String GIVEN = "given: |   and below it lines like " + GivenLine.EXAMPLE;
  private static final int MOST = 100;

  private final DataFields fields;
  private final GivenLine.Place usual;

  TariffTestReader(DataFields fields, Optional<Pricing> pricing) {
    this.fields = fields;
    this.usual = GivenLine.Place.usual(pricing);
  }

  List<TariffTest> read() {
    List<TariffTest> tests = new ArrayList<>();
    List<DataFields> parts = fields.parts("tests", "a test", KEYS, "- " + GIVEN);
    if (parts.size() > MOST) {
      fields.fault(
          "tests",
          "The tariff has %d tests; %d are the most.".formatted(parts.size(), MOST),
          "Keep those that show where prices change.");
      return tests;
    }
    for (DataFields part : parts) {
      RegistryAnswer registry = registry(part);
      GivenLine.Place place = place(part);
      List<TariffTest.Given> given = new ArrayList<>();
      if (part.require("given", GIVEN)) {
        for (DataLine line : part.text("given", GIVEN).map(DataText::lines).orElse(List.of())) {
          new GivenLine(line, place, given.size()).read().ifPresent(given::add);
        }
      }
      tests.add(new TariffTest(registry, given));
    }
    return tests;
  }

  private GivenLine.Place place(DataFields part) {
    Optional<DataFields> at = part.part("at", "at", PLACE, "at: {country: FR}");
    return at.map(
            there ->
                new GivenLine.Place(
                    text(there, "country").orElse(usual.country()),
                    text(there, "road").orElse(usual.road()),
                    text(there, "segment").orElse(usual.segment())))
        .orElse(usual);
  }

  private static Optional<String> text(DataFields part, String key) {
    return part.text(key, key + ": N511").map(DataText::value);
  }

  private static RegistryAnswer registry(DataFields part) {
    Optional<DataText> silent = part.text("registry", "registry: silent");
    silent
        .filter(text -> !text.value().equals("silent"))
        .ifPresent(
            text ->
                text.fault(
                    "The registry says nothing like '%s'.".formatted(text.shown()),
                    "Write registry: silent for one that does not answer, vehicle: {…} for what it"
                        + " knows, or neither for a vehicle that it does not know."));
    if (silent.isPresent() && part.has("vehicle")) {
      part.fault(
          "registry", "A silent registry knows no vehicle.", "Keep one of registry and vehicle.");
    }
    Optional<RegistryAnswer> known =
        part.part("vehicle", "a vehicle", VEHICLE, "vehicle: {euroClass: 6}")
            .map(vehicle -> new RegistryAnswer.Known(facts(vehicle)));
    return known.orElseGet(
        () ->
            silent.isPresent() ? new RegistryAnswer.NotAnswered() : new RegistryAnswer.NotKnown());
  }

  private static VehicleFacts facts(DataFields vehicle) {
    Set<String> uses =
        vehicle.listed("uses", "uses: [military]").stream()
            .map(DataText::value)
            .collect(Collectors.toSet());
    return new VehicleFacts(
        vehicle.number("euroClass", 0, 9).orElse(null),
        vehicle.text("co2Class", "co2Class: \"1\"").map(DataText::value).orElse(null),
        vehicle.number("maximumMassKg", 0, 200_000).orElse(null),
        vehicle.number("axles", 0, 30).orElse(null),
        uses);
  }
}
