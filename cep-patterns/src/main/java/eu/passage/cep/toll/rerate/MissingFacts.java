package eu.passage.cep.toll.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.rating.Inputs;
import eu.passage.cep.toll.rating.Knowledge;
import eu.passage.cep.toll.rating.PersonFacts;
import eu.passage.cep.toll.rating.Rated;
import eu.passage.cep.toll.rating.StoredAnswer;
import eu.passage.cep.toll.registry.VehicleRegistry;
import eu.passage.cep.toll.tariff.Dimension;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a vehicle that its stored charge does not tell, because the tariff then did not ask for
 * them. What was stored counts before what the registry says today.
 */
public final class MissingFacts {

  private static final Set<Dimension> REGISTERED =
      EnumSet.of(
          Dimension.EURO_CLASS, Dimension.CO2_CLASS, Dimension.MAXIMUM_MASS, Dimension.AXLES);

  private final VehicleRegistry registry;

  public MissingFacts(VehicleRegistry registry) {
    this.registry = registry;
  }

  /** Whether the registry could tell something that was assumed. */
  static boolean mayHelp(Rated rated) {
    return rated.assumed().stream()
        .anyMatch(
            name ->
                name.equals(Inputs.EXEMPTION)
                    || Dimension.of(name).filter(REGISTERED::contains).isPresent());
  }

  /** What is known of an event's vehicle now; empty where the registry does not answer. */
  Optional<Knowledge> of(TollEvent event) {
    RegistryAnswer answer = registry.lookUp(event.getPlate(), event.getCountry()).join();
    if (answer instanceof RegistryAnswer.NotAnswered) {
      return Optional.empty();
    }
    RegistryAnswer stored = StoredAnswer.registry(event);
    RegistryAnswer both =
        stored instanceof RegistryAnswer.Known then
            ? new RegistryAnswer.Known(
                answer instanceof RegistryAnswer.Known now
                    ? both(then.facts(), now.facts())
                    : then.facts())
            : answer;
    return Optional.of(Knowledge.of(both, PersonFacts.of(event.getCharge())));
  }

  private static VehicleFacts both(VehicleFacts then, VehicleFacts now) {
    Set<String> uses = new HashSet<>(then.uses());
    uses.addAll(now.uses());
    return new VehicleFacts(
        first(then.euroClass(), now.euroClass()),
        first(then.co2Class(), now.co2Class()),
        first(then.maximumMassKg(), now.maximumMassKg()),
        first(then.axles(), now.axles()),
        uses);
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one != null ? one : other;
  }
}
