package eu.passage.cep.toll.rating;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.tariff.Exemption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a vehicle beside its passages.
 *
 * @param registry what the vehicle registry says
 * @param ruledOut of which uses and CO2 classes the registry said that the vehicle has none, where
 *     it did not say all; empty where it said all that it has
 * @param person what somebody said who looked
 */
public record Knowledge(
    RegistryAnswer registry, Optional<Set<String>> ruledOut, PersonFacts person) {

  public Knowledge {
    ruledOut = ruledOut.map(Set::copyOf);
  }

  /** All that the registry has, and nobody looked. */
  public static Knowledge of(RegistryAnswer registry) {
    return of(registry, PersonFacts.NONE);
  }

  /** All that the registry has, and what a person said. */
  public static Knowledge of(RegistryAnswer registry, PersonFacts person) {
    return new Knowledge(registry, Optional.empty(), person);
  }

  /** The same with what a person said. */
  public Knowledge with(PersonFacts said) {
    return new Knowledge(registry, ruledOut, said);
  }

  /** Whether it is known that the registry has nothing that an exemption goes by. */
  boolean rulesOut(Exemption exemption) {
    return ruledOut.isEmpty() || ruledOut.get().containsAll(wants(exemption));
  }

  /** What the registry must be asked for an exemption. */
  static Set<String> wants(Exemption exemption) {
    Set<String> wants = new HashSet<>();
    exemption.uses().forEach(use -> wants.add(Inputs.USE + " " + use));
    exemption.co2Classes().forEach(co2Class -> wants.add("co2Class " + co2Class));
    return wants;
  }
}
