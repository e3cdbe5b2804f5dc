package eu.passage.jobs.config;

import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.TariffTable;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.toll.registry.RegistrySettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about tolls; see {@link TollSettings}. Tariffs are shipped.
 *
 * @param parallelism subtasks of the toll job's operators, 1 to 128
 * @param checkpointInterval between checkpoints of the toll job
 * @param vehicleRegistry where facts of vehicles are looked up; null: nowhere
 */
public record TollSection(
    String originator,
    float billAt,
    int parallelism,
    Duration checkpointInterval,
    TollTimes times,
    LookUpTimes lookUps,
    @Nullable VehicleRegistrySection vehicleRegistry) {

  /** Checks at once what the module checks. */
  public TollSection {
    settings(originator, billAt, times, lookUps, vehicleRegistry);
  }

  /** How the toll job runs. */
  public FlinkSettings flink(FlinkSettings others) {
    return others.with(parallelism, checkpointInterval);
  }

  /** As the module takes them. */
  public TollSettings settings() {
    return settings(originator, billAt, times, lookUps, vehicleRegistry);
  }

  private static TollSettings settings(
      String originator,
      float billAt,
      TollTimes times,
      LookUpTimes lookUps,
      @Nullable VehicleRegistrySection vehicleRegistry) {
    return new TollSettings(
        originator,
        billAt,
        times,
        lookUps,
        vehicleRegistry == null ? new RegistrySettings.None() : vehicleRegistry.settings(),
        TariffTable.shipped());
  }
}
