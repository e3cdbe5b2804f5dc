package eu.passage.jobs.config;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.patterns.ShippedRules;
import eu.passage.cep.toll.TariffTable;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.List;

/**
 * What can be set about detection; see {@link DetectionSettings}. Rules and tariffs are shipped.
 */
public record DetectionSection(
    FusionSettings fusion, HistorySettings history, WatchSettings watch, Tolls tolls) {

  /** What can be set about toll events; see {@link TollSettings}. */
  public record Tolls(
      String originator, float minClassConfidence, float provisional, float finalAt) {

    /** Checks at once what the module checks. */
    public Tolls {
      settings(originator, minClassConfidence, provisional, finalAt);
    }

    private TollSettings settings() {
      return settings(originator, minClassConfidence, provisional, finalAt);
    }

    private static TollSettings settings(
        String originator, float minClassConfidence, float provisional, float finalAt) {
      return new TollSettings(
          originator, minClassConfidence, provisional, finalAt, TariffTable.shipped());
    }
  }

  /**
   * Checks at once what the module checks: that history is kept for as long as anything looks back.
   */
  public DetectionSection {
    settings(new CameraCatalogue(List.of()), fusion, history, watch, tolls);
  }

  /** As the module takes them. */
  public DetectionSettings settings(CameraCatalogue cameras) {
    return settings(cameras, fusion, history, watch, tolls);
  }

  private static DetectionSettings settings(
      CameraCatalogue cameras,
      FusionSettings fusion,
      HistorySettings history,
      WatchSettings watch,
      Tolls tolls) {
    return new DetectionSettings(
        cameras, fusion, history, watch, ShippedRules.ALL, tolls.settings());
  }
}
