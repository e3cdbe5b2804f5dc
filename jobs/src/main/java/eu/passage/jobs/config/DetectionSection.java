package eu.passage.jobs.config;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.counts.CountSettings;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.notices.Recipient;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.cep.trucks.TruckSettings;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.util.List;

/**
 * What can be set about detection; see {@link DetectionSettings}.
 *
 * @param recipients who is told of alerts, each on a topic of its own
 * @param roads where a vehicle can be next after a camera
 * @param rules the shipped rules that are in force from the start, by id
 * @param trucks which passages go to the toll path
 * @param counts by which slots of time passages are counted
 */
public record DetectionSection(
    FusionSettings fusion,
    HistorySettings history,
    WatchSettings watch,
    FollowUpSettings followUp,
    List<Recipient> recipients,
    RoadSettings roads,
    List<String> rules,
    TruckSettings trucks,
    CountSettings counts) {

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
        trucks,
        counts);
  }

  /** As the module takes them. */
  public DetectionSettings settings(CameraCatalogue cameras) {
    return settings(
        cameras, fusion, history, watch, followUp, recipients, roads, rules, trucks, counts);
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
      TruckSettings trucks,
      CountSettings counts) {
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
        trucks,
        counts);
  }
}
