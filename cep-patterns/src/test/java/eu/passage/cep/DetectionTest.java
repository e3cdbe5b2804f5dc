package eu.passage.cep;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.local;
import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.CameraCount;
import eu.passage.avro.Direction;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleState;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.TypeEstimate;
import eu.passage.avro.VehicleType;
import eu.passage.cep.flink.StreamTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole of detection in a small cluster: frames' observations in, everything out. */
class DetectionTest {

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  /** Never true: it is deployed while passages come, and nobody can say between which. */
  private static final RuleSource RULE =
      RuleSource.newBuilder()
          .setRuleId("deployed")
          .setVersion(3)
          .setSource(
              """
              rule: deployed
              title: A plate that nobody has
              severity: low
              purpose: judicial
              notify: [police-be]
              when: passage where plate == '9ZZZ999'
              """)
          .setAuthor("analyst")
          .setDeployedAt(Instant.EPOCH)
          .build();

  private static final AlertAction NO_SUCH_ALERT =
      AlertAction.newBuilder()
          .setActionId("A-1")
          .setAlertId("alert-0")
          .setVehicleKey("BE:1A8C234")
          .setRecipient("police-be")
          .setBy("control-room")
          .setAt(Instant.EPOCH)
          .build();

  @Test
  void framesBecomePassagesAlertsAndTrucks() throws Exception {
    List<Observation> observations = new ArrayList<>();
    pass(observations, "2026-03-10T02:10", "EST-1", "1ABC234", Direction.APPROACHING, false);
    pass(observations, "2026-03-10T02:50", "EST-2", "1ABC234", Direction.RECEDING, false);
    pass(observations, "2026-03-10T08:00", "EST-3", "1TRK555", Direction.APPROACHING, true);
    observations.sort(Comparator.comparing(Observation::getCapturedAt));

    StreamExecutionEnvironment env = environment();
    DetectionStreams found = detect(env, observations);
    List<Passage> passages = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    List<TruckPassage> trucks = new ArrayList<>();
    List<CameraCount> counts = new ArrayList<>();
    List<RuleStatus> statuses = new ArrayList<>();
    CloseableIterator<Passage> allPassages = found.passages().collectAsync();
    CloseableIterator<Alert> allAlerts = found.alerts().collectAsync();
    CloseableIterator<TruckPassage> allTrucks = found.trucks().collectAsync();
    CloseableIterator<CameraCount> allCounts = found.counts().collectAsync();
    CloseableIterator<RuleStatus> allStatuses = found.ruleStatus().collectAsync();
    env.execute();
    allPassages.forEachRemaining(passages::add);
    allAlerts.forEachRemaining(alerts::add);
    allTrucks.forEachRemaining(trucks::add);
    allCounts.forEachRemaining(counts::add);
    allStatuses.forEachRemaining(statuses::add);

    assertThat(passages)
        .extracting(p -> p.getPlate().getText() + "@" + p.getCameraId())
        .containsExactlyInAnyOrder("1ABC234@EST-1", "1ABC234@EST-2", "1TRK555@EST-3");
    // nobody can say whether the watch entry comes while its look-back still finds the passages
    assertThat(alerts)
        .extracting(Alert::getRuleId)
        .filteredOn(rule -> !rule.equals("watchlist-hit"))
        .containsExactlyInAnyOrder("night-dash", "truck-did-not-return");
    assertThat(trucks).singleElement().returns("1TRK555", truck -> truck.getPlate().getText());
    assertThat(counts)
        .allMatch(count -> count.getPlatesRead() == 1 && count.getRevision() == 1)
        .extracting(CameraCount::getCameraId)
        .containsExactlyInAnyOrder("EST-1", "EST-2", "EST-3");
    assertThat(statuses.stream().filter(status -> status.getRuleId().equals("deployed")))
        .allMatch(status -> status.getState() == RuleState.ACTIVE && status.getVersion() == 3)
        .extracting(RuleStatus::getSubtask)
        .contains(0, 1);
  }

  @Test
  void everyOperatorHasAUidAndNoStreamNeedsKryo() {
    StreamExecutionEnvironment env = environment();
    DetectionStreams found = detect(env, List.of(observation("EST-1", 0, plate("1ABC234", 0.9))));
    found.alerts().print().uid("alerts-out");
    found.trucks().print().uid("trucks-out");
    found.counts().print().uid("counts-out");
    found.passages().print().uid("passages-out");
    found.deadLetters().print().uid("dead-letters-out");
    found.ruleStatus().print().uid("rule-status-out");

    StreamGraph graph = env.getStreamGraph();

    assertThat(graph.getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .doesNotContainNull()
        .contains(
            "fusion",
            "passage-input",
            "watch-input",
            "list-input",
            "deal-makings",
            "stale-lists",
            "watchlist-time",
            "deal-rules",
            "rules-time",
            "detection",
            "together",
            "detection-together",
            "trucks",
            "count-input",
            "camera-counts");
  }

  private static StreamExecutionEnvironment environment() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration).setParallelism(2);
  }

  private static DetectionStreams detect(
      StreamExecutionEnvironment env, List<Observation> observations) {
    DataStream<Observation> stream =
        env.fromData(StreamTypes.OBSERVATION, observations.toArray(new Observation[0]))
            .uid("observations")
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<Observation>forBoundedOutOfOrderness(Duration.ofSeconds(1))
                    .withTimestampAssigner((o, t) -> o.getCapturedAt().toEpochMilli()))
            .uid("observation-time");
    var watchlist =
        env.fromData(
                StreamTypes.WATCH_ENTRY,
                entry("W-1", "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00"),
                entry("W-2", "1TR?5*", "2026-03-01T00:00", "2026-04-01T00:00"))
            .uid("watchlist");
    var rules = env.fromData(StreamTypes.RULE_SOURCE, RULE).uid("rules");
    var actions = env.fromData(StreamTypes.ALERT_ACTION, NO_SUCH_ALERT).uid("actions");
    var rows =
        env.fromData(
                StreamTypes.WATCH_ENTRY,
                entry("L-1", "1XYZ987", "2026-03-01T00:00", "2026-04-01T00:00"))
            .uid("rows");
    var makings = env.fromData(StreamTypes.WATCH_LIST_MAKING, Samples.making(1)).uid("makings");
    WatchStreams watch = new WatchStreams(watchlist, rows, makings);
    return Detection.detect(stream, watch, rules, actions, Samples.SETTINGS);
  }

  /** Three frames of one vehicle. */
  private static void pass(
      List<Observation> to, String at, String camera, String text, Direction way, boolean truck) {
    for (int i = 0; i < 3; i++) {
      Observation frame =
          observation(camera, local(at).toEpochMilli() + 300L * i, plate(text, 0.9));
      frame.setCamera(Samples.cameraSays(way, null));
      if (truck) {
        frame.setType(new TypeEstimate(VehicleType.TRUCK, 0.95f));
      }
      to.add(frame);
    }
  }
}
