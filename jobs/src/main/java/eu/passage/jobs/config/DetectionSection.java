package eu.passage.jobs.config;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.notices.Recipient;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.cep.toll.TariffTable;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.util.List;

/**
 * What can be set about detection; see {@link DetectionSettings}. Tariffs are shipped.
 *
 * @param recipients who is told of alerts, each on a topic of its own
 * @param roads where a vehicle can be next after a camera
 * @param rules the shipped rules that are in force from the start, by id
 */
public record DetectionSection(
    FusionSettings fusion,
    HistorySettings history,
    WatchSettings watch,
    FollowUpSettings followUp,
    List<Recipient> recipients,
    RoadSettings roads,
    List<String> rules,
    Tolls tolls) {

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
   * Whether the roads fit the cameras only {@link PassageConfig} knows.
   */
  public DetectionSection {
    recipients = List.copyOf(recipients);
    rules = List.copyOf(rules);
    for (String rule : rules) {
      InvalidValueException.require(
          ShippedRules.ALL.contains(rule),
          "rules",
          rule,
          "shipped rules"
              + Suggestion.of(rule, ShippedRules.ALL)
              + ": "
              + String.join(", ", ShippedRules.ALL));
    }
    settings(
        new CameraCatalogue(List.of()),
        fusion,
        history,
        watch,
        followUp,
        recipients,
        RoadSettings.NONE,
        rules,
        tolls);
  }

  /** As the module takes them. */
  public DetectionSettings settings(CameraCatalogue cameras) {
    return settings(cameras, fusion, history, watch, followUp, recipients, roads, rules, tolls);
  }

  private static DetectionSettings settings(
      CameraCatalogue cameras,
      FusionSettings fusion,
      HistorySettings history,
      WatchSettings watch,
      FollowUpSettings followUp,
      List<Recipient> recipients,
      RoadSettings roads,
      List<String> rules,
      Tolls tolls) {
    return new DetectionSettings(
        cameras,
        fusion,
        history,
        watch,
        followUp,
        new Recipients(recipients),
        roads,
        rules.stream().map(ShippedRules::source).toList(),
        List.of(),
        tolls.settings());
  }
}
