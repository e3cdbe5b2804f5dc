package eu.passage.jobs.config;

import eu.passage.cep.language.RuleException;
import eu.passage.cep.toll.LookUpTimes;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.TollTimes;
import eu.passage.cep.toll.files.TariffFiles;
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
 * @param tariffs what is owed where: files, and names of those that come with Passage
 * @param vehicleRegistry where facts of vehicles are looked up; null: nowhere
 * @param bans what trucks may not do: files, and names of those that come with Passage
 * @param control how surely a broken ban has to have been seen to be told
 */
public record TollSection(
    String originator,
    float billAt,
    int parallelism,
    Duration checkpointInterval,
    TollTimes times,
    LookUpTimes lookUps,
    List<String> tariffs,
    @Nullable VehicleRegistrySection vehicleRegistry,
    List<String> bans,
    ControlSettings control) {

  /**
   * Checks at once what the module checks, and that tariffs can be read and their tests pass. Bans
   * have to fit the cameras, which only {@link PassageConfig} knows.
   */
  public TollSection {
    bans = List.copyOf(bans);
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
      throw new IllegalArgumentException("are wrong:\n" + e.getMessage(), e);
    }
  }
}
