package eu.passage.jobs.config;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.toll.registry.RegistrySettings;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.cep.trucks.bans.Ban;
import eu.passage.cep.trucks.bans.BanDocument;
import eu.passage.cep.trucks.bans.BanTexts;
import eu.passage.cep.trucks.bans.Bans;
import eu.passage.cep.trucks.bans.ControlPlan;
import eu.passage.cep.trucks.bans.ControlSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about tolls; see {@link TollSettings}.
 *
 * @param parallelism subtasks of the toll job's operators, 1 to 128
 * @param checkpointInterval between checkpoints of the toll job
 * @param vehicleRegistry where facts of vehicles are looked up; null: nowhere
 * @param tariffs files of tariffs: paths, or names of shipped ones
 * @param bans files of bans, in the same way
 * @param control how surely a broken ban was seen to be told, and how late
 */
public record TollSection(
    String originator,
    float billAt,
    int parallelism,
    Duration checkpointInterval,
    TollTimes times,
    LookUpTimes lookUps,
    @Nullable VehicleRegistrySection vehicleRegistry,
    List<String> tariffs,
    List<String> bans,
    ControlSettings control) {

  /** Checks at once what the module checks; whether bans fit the cameras others know. */
  public TollSection {
    tariffs = List.copyOf(tariffs);
    bans = List.copyOf(bans);
    settings(originator, billAt, times, lookUps, vehicleRegistry, tariffs);
  }

  /** How the toll job runs. */
  public FlinkSettings flink(FlinkSettings others) {
    return others.with(parallelism, checkpointInterval);
  }

  /** As the module takes them. */
  public TollSettings settings() {
    return settings(originator, billAt, times, lookUps, vehicleRegistry, tariffs);
  }

  private static TollSettings settings(
      String originator,
      float billAt,
      TollTimes times,
      LookUpTimes lookUps,
      @Nullable VehicleRegistrySection vehicleRegistry,
      List<String> tariffs) {
    return new TollSettings(
        originator,
        billAt,
        times,
        lookUps,
        vehicleRegistry == null ? new RegistrySettings.None() : vehicleRegistry.settings(),
        tariffs(tariffs));
  }

  private static TariffTable tariffs(List<String> names) {
    try {
      return TariffSources.read(names);
    } catch (IllegalArgumentException e) {
      throw InvalidValueException.refused("tariffs", e);
    }
  }

  /**
   * The bans, as the module takes them.
   *
   * @throws IllegalArgumentException with every fault of every file
   */
  public ControlPlan controls(CameraCatalogue cameras) {
    try {
      List<Ban> read = BanTexts.read(bans, cameras).stream().map(BanDocument::ban).toList();
      return new ControlPlan(new Bans(read), control);
    } catch (RuleException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
