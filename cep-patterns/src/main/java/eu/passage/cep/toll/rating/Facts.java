package eu.passage.cep.toll.rating;

import eu.passage.avro.InputSource;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.tariff.Dimension;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known where a passage is rated.
 *
 * @param entry of its way; null where it has none
 * @param time local
 */
record Facts(Ride ride, @Nullable Ride entry, LocalDateTime time, Knowledge knowledge) {

  private static final VehicleFacts NOTHING = new VehicleFacts(null, null, null, null, Set.of());

  /** A fact and who says it. */
  record Fact(String value, InputSource source) {}

  /** What the vehicle registry knows; nothing where it does not know the vehicle. */
  VehicleFacts known() {
    return knowledge.registry() instanceof RegistryAnswer.Known there ? there.facts() : NOTHING;
  }

  /** Whether the vehicle registry may still say more. */
  boolean isRegistrySilent() {
    return knowledge.registry() instanceof RegistryAnswer.NotAnswered;
  }

  /** What a person said who looked. */
  PersonFacts person() {
    return knowledge.person();
  }

  /** What is known of a dimension: a person's word before all others. */
  Optional<Fact> of(Dimension dimension) {
    return fact(person().value(dimension.key()).orElse(null), InputSource.PERSON)
        .or(() -> withoutPerson(dimension));
  }

  /** What the vehicle is used for: by a person's word, else by the registry. */
  List<Fact> uses() {
    Optional<String> said = person().value(Inputs.USE);
    return said.isPresent()
        ? List.of(new Fact(said.get(), InputSource.PERSON))
        : known().uses().stream().map(use -> new Fact(use, InputSource.REGISTRY)).toList();
  }

  private Optional<Fact> withoutPerson(Dimension dimension) {
    return switch (dimension) {
      case EURO_CLASS -> fact(known().euroClass(), InputSource.REGISTRY);
      case CO2_CLASS -> fact(known().co2Class(), InputSource.REGISTRY);
      case MAXIMUM_MASS -> fact(known().maximumMassKg(), InputSource.REGISTRY);
      case WEIGHT -> measured(ride.weightKg(), entry == null ? null : entry.weightKg());
      case AXLES ->
          measured(ride.axles(), entry == null ? null : entry.axles())
              .or(() -> fact(known().axles(), InputSource.REGISTRY));
      case TIME -> fact(time.truncatedTo(ChronoUnit.MINUTES), InputSource.PASSAGE);
    };
  }

  private static Optional<Fact> measured(@Nullable Integer here, @Nullable Integer atEntry) {
    return fact(here == null ? atEntry : here, InputSource.SENSOR);
  }

  private static Optional<Fact> fact(@Nullable Object value, InputSource source) {
    return Optional.ofNullable(value).map(there -> new Fact(there.toString(), source));
  }
}
