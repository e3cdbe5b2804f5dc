package eu.passage.cep.toll.rating;

import eu.passage.avro.InputSource;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.facts.PlateGlob;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.tariff.Dimension;
import eu.passage.cep.toll.tariff.Exemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which vehicles owe nothing by a tariff. The plate is looked at before the vehicle registry. */
final class Exemptions {

  private record Shape(String country, PlateGlob glob) {}

  private record Case(Exemption exemption, List<Shape> shapes) {}

  private final List<Case> cases = new ArrayList<>();

  Exemptions(List<Exemption> exemptions) {
    for (Exemption exemption : exemptions) {
      cases.add(
          new Case(
              exemption,
              exemption.plates().stream()
                  .map(series -> new Shape(series.country(), new PlateGlob(series.shape())))
                  .toList()));
    }
  }

  /** Whether one of them can only be found in the vehicle registry. */
  boolean needRegistry() {
    return cases.stream().anyMatch(one -> one.exemption().needsRegistry());
  }

  /** The first that inputs speak for. */
  Optional<Exemption> of(Inputs inputs) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    String plate = inputs.value(Inputs.PLATE).orElse("");
    int colon = plate.indexOf(':');
    String country = plate.substring(0, Math.max(0, colon));
    String text = plate.substring(colon + 1);
    String use = inputs.value(Inputs.USE).orElse("");
    String co2Class = inputs.value(Dimension.CO2_CLASS.key()).orElse("");
    for (Case one : cases) {
      if (one.exemption().uses().contains(use)
          || one.exemption().co2Classes().contains(co2Class)
          || (colon > 0 && isOf(one, country, text))) {
        return Optional.of(one.exemption());
      }
    }
    return Optional.empty();
  }

  /** Adds the plate where it exempts, and says whether it does. */
  boolean addPlate(Ride ride, Inputs inputs) {
    String country = ride.plateCountry();
    if (country == null || cases.stream().noneMatch(one -> isOf(one, country, ride.plate()))) {
      return false;
    }
    inputs.add(Inputs.PLATE, country + ":" + ride.plate(), InputSource.PASSAGE);
    return true;
  }

  /** Adds what exempts by the vehicle registry, and says whether something does. */
  boolean addFact(VehicleFacts facts, Inputs inputs) {
    String co2Class = facts.co2Class();
    for (Case one : cases) {
      Optional<String> use =
          one.exemption().uses().stream().filter(facts.uses()::contains).findFirst();
      if (use.isPresent()) {
        inputs.add(Inputs.USE, use.get(), InputSource.REGISTRY);
        return true;
      }
      if (co2Class != null && one.exemption().co2Classes().contains(co2Class)) {
        inputs.add(Dimension.CO2_CLASS.key(), co2Class, InputSource.REGISTRY);
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Case one, String country, String plate) {
    for (Shape shape : one.shapes()) {
      if (shape.country().equals(country) && shape.glob().matches(PlateCode.of(plate))) {
        return true;
      }
    }
    return false;
  }
}
