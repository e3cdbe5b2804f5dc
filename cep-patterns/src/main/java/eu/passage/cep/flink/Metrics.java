package eu.passage.cep.flink;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Every metric of this module, under the group {@code passage}. All are counters. Those of a camera
 * carry the label {@code camera}: what share of its vehicles shows no readable plate tells of dirt
 * on a lens, a camera turned away, or plates covered up.
 */
public final class Metrics {

  /** The same observation came again. */
  static final String DUPLICATE_OBSERVATIONS = "duplicateObservations";

  /** Vehicles that became no passage because their plate could not be read. */
  static final String UNREADABLE_VEHICLES = "unreadableVehicles";

  /** By camera: observations, whether they have a plate or not. */
  static final String OBSERVATIONS = "observations";

  /** By camera and {@code reason}: observations of vehicles whose plate was not read. */
  static final String WITHOUT_PLATE = "observationsWithoutPlate";

  /** Passages fused. */
  static final String PASSAGES = "passages";

  /** Passages that were already known: sent again long after. */
  static final String DUPLICATE_PASSAGES = "duplicatePassages";

  /** Passages dropped from a vehicle's history because it was full. */
  static final String HISTORY_OVERFLOWS = "historyOverflows";

  /** Passages with more vehicles around them than are held against each other. */
  static final String CROWDED_CAMERAS = "crowdedCameras";

  static final String ALERTS = "alerts";

  /** Alerts not raised because the same rule alerted on the same vehicle a short while ago. */
  static final String SUPPRESSED_ALERTS = "suppressedAlerts";

  /** Passages whose key is that of a watch entry, but whose text is not near enough (tier D). */
  static final String SILENT_WATCH_MATCHES = "silentWatchMatches";

  /** Alerts not told because somebody found the same read of the same entry to be wrong. */
  static final String SILENCED_ALERTS = "silencedAlerts";

  /** Alerts not told because their entry had been withdrawn while they were on their way. */
  static final String OVERTAKEN_ALERTS = "overtakenAlerts";

  /** Passages that went to the toll path. */
  static final String TRUCKS = "trucks";

  /** Vehicles that came after what was counted of their slot had been forgotten. */
  static final String UNCOUNTED_VEHICLES = "uncountedVehicles";

  private Metrics() {}

  public static Counter counter(RuntimeContext context, String name) {
    return group(context).counter(name);
  }

  public static MetricGroup group(RuntimeContext context) {
    return context.getMetricGroup().addGroup("passage");
  }
}
