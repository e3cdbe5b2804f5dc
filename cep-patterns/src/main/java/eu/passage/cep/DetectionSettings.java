package eu.passage.cep;

import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.patterns.ShippedRules;
import eu.passage.cep.rules.Rule;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.watch.WatchSettings;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that detection can be told. Start from {@link #of} and change what differs.
 *
 * @param cameras the cameras there are; observations of others are refused
 * @param fusion how frames become passages
 * @param history what is kept of each vehicle
 * @param watch how passages are held against the watchlist
 * @param rules the rules asked about every passage, ids all different
 * @param tolls what trucks owe
 */
public record DetectionSettings(
    CameraCatalogue cameras,
    FusionSettings fusion,
    HistorySettings history,
    WatchSettings watch,
    List<Rule> rules,
    TollSettings tolls)
    implements Serializable {

  /** The defaults, with the shipped rules and tariffs. */
  public static DetectionSettings of(CameraCatalogue cameras) {
    return new DetectionSettings(
        cameras,
        FusionSettings.DEFAULT,
        HistorySettings.DEFAULT,
        WatchSettings.DEFAULT,
        ShippedRules.ALL,
        TollSettings.defaults());
  }

  /**
   * @throws IllegalArgumentException when two rules have one id, or the history is kept for less
   *     than something looks back
   */
  public DetectionSettings {
    rules = List.copyOf(rules);
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.header().id())) {
        throw new IllegalArgumentException("two rules have the id " + rule.header().id());
      }
      requireKept(history, rule.header().within(), "rule " + rule.header().id());
      requireKept(history, rule.header().once(), "'once' of rule " + rule.header().id());
    }
    requireKept(history, watch.lookBack(), "the watchlist's look-back");
    requireKept(history, fusion.tooLateAfter(), "the lateness that fusion accepts");
  }

  private static void requireKept(HistorySettings history, Duration span, String whose) {
    if (span.compareTo(history.retention()) > 0) {
      throw new IllegalArgumentException(
          "history.retention is %s but %s reaches back %s; keep at least that"
              .formatted(history.retention(), whose, span));
    }
  }

  /** The same with other rules. */
  public DetectionSettings withRules(List<Rule> others) {
    return new DetectionSettings(cameras, fusion, history, watch, others, tolls);
  }

  /** The same with other history settings. */
  public DetectionSettings withHistory(HistorySettings other) {
    return new DetectionSettings(cameras, fusion, other, watch, rules, tolls);
  }
}
