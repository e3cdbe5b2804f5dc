package eu.passage.jobs.tolls;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.VehicleFacts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is known of a vehicle, as options. */
final class VehicleOptions {

  @Option(names = "--euro", paramLabel = "CLASS", description = "Euro class in the registry.")
  private @Nullable Integer euroClass;

  @Option(names = "--co2", paramLabel = "CLASS", description = "CO2 class in the registry.")
  private @Nullable String co2Class;

  @Option(names = "--mass", paramLabel = "KG", description = "Permitted mass in the registry.")
  private @Nullable Integer maximumMassKg;

  @Option(names = "--axles", paramLabel = "N", description = "Axles in the registry.")
  private @Nullable Integer axles;

  @Option(
      names = "--use",
      paramLabel = "USE",
      description = "A use in the registry, such as military.")
  private List<String> uses = List.of();

  @Option(names = "--silent", description = "The registry does not answer.")
  private boolean silent;

  @Option(names = "--axles-seen", paramLabel = "N", description = "Axles that a sensor counted.")
  private @Nullable Integer counted;

  @Option(names = "--weight", paramLabel = "KG", description = "Weight that a sensor measured.")
  private @Nullable Integer weight;

  @Nullable Integer counted() {
    return counted;
  }

  @Nullable Integer weight() {
    return weight;
  }

  /**
   * What the registry says.
   *
   * @throws ParameterException when it is silent and says something
   */
  RegistryAnswer answer(CommandLine command) {
    boolean known =
        euroClass != null
            || co2Class != null
            || maximumMassKg != null
            || axles != null
            || !uses.isEmpty();
    if (silent && known) {
      throw new ParameterException(
          command,
          "A registry that is --silent knows neither --euro, --co2, --mass, --axles nor --use");
    }
    if (silent) {
      return new RegistryAnswer.NotAnswered();
    }
    return known
        ? new RegistryAnswer.Known(
            new VehicleFacts(euroClass, co2Class, maximumMassKg, axles, Set.copyOf(uses)))
        : new RegistryAnswer.NotKnown();
  }
}
