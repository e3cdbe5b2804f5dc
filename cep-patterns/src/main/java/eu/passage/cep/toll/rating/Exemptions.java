package eu.passage.cep.toll.rating;

import eu.passage.avro.InputSource;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.facts.PlateGlob;
import eu.passage.cep.toll.rating.Facts.Fact;
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

  /** Whether all are ruled out that can only be found in the vehicle registry. */
  boolean areRuledOut(Knowledge knowledge) {
    return cases.stream().map(Case::exemption).allMatch(knowledge::rulesOut);
  }

  /** The first that inputs speak for. */
  Optional<Exemption> of(Inputs inputs) {
    if (cases.isEmpty() || inputs.saysPerson(Inputs.EXEMPTION, Inputs.NONE)) {
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

  /** Adds what exempts by a person's word or the registry, and says whether something does. */
  boolean addFact(Facts facts, Inputs inputs) {
    Optional<Fact> co2Class = facts.of(Dimension.CO2_CLASS);
    for (Case one : cases) {
      Optional<Fact> use =
          facts.uses().stream()
              .filter(there -> one.exemption().uses().contains(there.value()))
              .findFirst();
      if (use.isPresent()) {
        inputs.add(Inputs.USE, use.get().value(), use.get().source());
        return true;
      }
      if (co2Class.filter(it -> one.exemption().co2Classes().contains(it.value())).isPresent()) {
        inputs.add(Dimension.CO2_CLASS.key(), co2Class.get().value(), co2Class.get().source());
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
