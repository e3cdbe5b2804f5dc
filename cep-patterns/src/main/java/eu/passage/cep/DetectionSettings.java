package eu.passage.cep;

import eu.passage.avro.RuleSource;
import eu.passage.cep.counts.CountSettings;
import eu.passage.cep.followup.FollowUpSettings;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.history.HistorySettings;
import eu.passage.cep.language.RuleLimits;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.cep.rules.JavaRule;
import eu.passage.cep.rules.RuleBook;
import eu.passage.cep.rules.ShippedRules;
import eu.passage.cep.trucks.TruckSettings;
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
 * @param followUp what becomes of alerts after they were raised
 * @param recipients who is told of alerts, and in which languages
 * @param roads where a vehicle can be next after a camera
 * @param rules the rules in force from the start, ids all different; one that is deployed later
 *     takes the place of one with its id
 * @param javaRules rules that are written in Java
 * @param trucks which passages go to the toll path
 * @param counts by which slots of time passages are counted
 */
public record DetectionSettings(
    CameraCatalogue cameras,
    FusionSettings fusion,
    HistorySettings history,
    WatchSettings watch,
    FollowUpSettings followUp,
    Recipients recipients,
    RoadSettings roads,
    List<RuleSource> rules,
    List<JavaRule> javaRules,
    TruckSettings trucks,
    CountSettings counts)
    implements Serializable {

  /** The defaults, with the shipped rules and the shipped roads of their cameras. */
  public static DetectionSettings of(CameraCatalogue cameras) {
    return new DetectionSettings(
        cameras,
        FusionSettings.DEFAULT,
        HistorySettings.DEFAULT,
        WatchSettings.DEFAULT,
        FollowUpSettings.DEFAULT,
        Recipients.DEFAULT,
        RoadSettings.shippedFor(cameras),
        ShippedRules.standard(),
        List.of(),
        TruckSettings.DEFAULTS,
        CountSettings.DEFAULTS);
  }

  /**
   * @throws IllegalArgumentException when two rules have one id, the history is kept for less than
   *     something looks back, or the roads do not fit the cameras
   */
  public DetectionSettings {
    rules = List.copyOf(rules);
    javaRules = List.copyOf(javaRules);
    Set<String> ids = new HashSet<>();
    for (RuleSource rule : rules) {
      if (!ids.add(rule.getRuleId())) {
        throw new IllegalArgumentException("two rules have the id " + rule.getRuleId());
      }
    }
    requireKept(history, watch.lookBack(), "the watchlist's look-back");
    requireKept(history, watch.confirmWithin(), "a second camera's confirmation");
    requireKept(history, fusion.tooLateAfter(), "the lateness that fusion accepts");
    new RoadGraph(cameras, roads); // refuses what does not fit
  }

  /** Where a vehicle can be next. */
  public RoadGraph roadGraph() {
    return new RoadGraph(cameras, roads);
  }

  private static void requireKept(HistorySettings history, Duration span, String whose) {
    if (span.compareTo(history.retention()) > 0) {
      throw new IllegalArgumentException(
          "history.retention is %s but %s reaches back %s; keep at least that"
              .formatted(history.retention(), whose, span));
    }
  }

  /** What no rule may exceed: no more of the past is kept. */
  public RuleLimits ruleLimits() {
    return new RuleLimits(history.retention(), (int) history.habits().toDays());
  }

  /**
   * The rules in Java and these.
   *
   * @throws IllegalArgumentException with every fault of the first that does not compile
   */
  public RuleBook ruleBook(List<RuleSource> texts) {
    return new RuleBook(cameras, ruleLimits(), javaRules, texts);
  }

  /** The same with other rules. */
  public DetectionSettings withRules(List<RuleSource> others) {
    return new DetectionSettings(
        cameras,
        fusion,
        history,
        watch,
        followUp,
        recipients,
        roads,
        others,
        javaRules,
        trucks,
        counts);
  }

  /** The same with rules written in Java. */
  public DetectionSettings withJavaRules(List<JavaRule> others) {
    return new DetectionSettings(
        cameras,
        fusion,
        history,
        watch,
        followUp,
        recipients,
        roads,
        rules,
        others,
        trucks,
        counts);
  }

  /** The same with other history settings. */
  public DetectionSettings withHistory(HistorySettings other) {
    return new DetectionSettings(
        cameras,
        fusion,
        other,
        watch,
        followUp,
        recipients,
        roads,
        rules,
        javaRules,
        trucks,
        counts);
  }
}
