package eu.passage.jobs.config;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.toll.files.TariffFiles;
import eu.passage.cep.toll.registry.RegistrySettings;
import eu.passage.cep.toll.tariff.TariffTable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about tolls; see {@link TollSettings}.
 *
 * @param parallelism subtasks of the toll job's operators, 1 to 128
 * @param checkpointInterval between checkpoints of the toll job
 * @param tariffs what is owed where: files, and names of those that come with Passage
 * @param vehicleRegistry where facts of vehicles are looked up; null: nowhere
 */
public record TollSection(
    String originator,
    float billAt,
    int parallelism,
    Duration checkpointInterval,
    TollTimes times,
    LookUpTimes lookUps,
    List<String> tariffs,
    @Nullable VehicleRegistrySection vehicleRegistry) {

  /** Checks at once what the module checks, and that tariffs can be read and their tests pass. */
  public TollSection {
    tariffs = List.copyOf(tariffs);
    settings(originator, billAt, times, lookUps, tariffs, vehicleRegistry);
  }

  /** How the toll job runs. */
  public FlinkSettings flink(FlinkSettings others) {
    return others.with(parallelism, checkpointInterval);
  }

  /** As the module takes them. */
  public TollSettings settings() {
    return settings(originator, billAt, times, lookUps, tariffs, vehicleRegistry);
  }

  private static TollSettings settings(
      String originator,
      float billAt,
      TollTimes times,
      LookUpTimes lookUps,
      List<String> tariffs,
      @Nullable VehicleRegistrySection vehicleRegistry) {
    return new TollSettings(
        originator,
        billAt,
        times,
        lookUps,
        vehicleRegistry == null ? new RegistrySettings.None() : vehicleRegistry.settings(),
        table(tariffs));
  }

  private static TariffTable table(List<String> tariffs) {
    try {
      return TariffFiles.table(TariffFiles.read(tariffs));
    } catch (RuleException e) {
      throw InvalidValueException.refused(
          "tariffs", new IllegalArgumentException("are wrong:\n" + e.getMessage(), e));
    }
  }
}
