package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.AlertAction;
import eu.passage.avro.AlertUpdate;
import eu.passage.avro.AuditRecord;
import eu.passage.avro.CameraCount;
import eu.passage.avro.CountedVehicle;
import eu.passage.avro.Notice;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.TruckPassage;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.avro.Withdrawal;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.DetectionStreams;
import eu.passage.cep.RuleAlert;
import eu.passage.cep.RuleStreams;
import eu.passage.cep.WatchStreams;
import eu.passage.cep.audit.Disclosures;
import eu.passage.cep.counts.CountedVehicles;
import eu.passage.cep.facts.PassageFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;

/**
 * How the operators hang together; callers use {@link eu.passage.cep.Detection} and {@link
 * eu.passage.cep.Replay}.
 */
public final class DetectionOperators {

  /** The audit's chain of what people did; no recipient can be named so. */
  private static final String ACTIONS = "alert_actions";

  private DetectionOperators() {}

  /** Live detection. */
  public static DetectionStreams wire(
      DataStream<Observation> observations,
      WatchStreams watch,
      DataStream<RuleSource> rules,
      DataStream<AlertAction> actions,
      DetectionSettings settings) {
    settings.ruleBook(settings.rules()); // better now than on the cluster
    SingleOutputStreamOperator<Passage> fused =
        observations
            .keyBy(Observation::getCameraId, Types.STRING)
            .process(new FusionFunction(settings.cameras(), settings.fusion()), StreamTypes.PASSAGE)
            .uid("fusion")
            .name("Fuse observations into passages");
    DataStream<DetectionInput> passages =
        fused
            .flatMap(new PassageInput(settings.watch()), StreamTypes.DETECTION_INPUT)
            .uid("passage-input")
            .name("Facts of each passage");
    Found found =
        rules(
            passages.union(
                WatchOperators.entries(watch),
                WatchOperators.rows(watch),
                WatchOperators.makings(watch)),
            rules,
            settings);
    DataStream<Passage> admitted = found.ofVehicles.getSideOutput(SideOutputs.PASSAGES);
    DataStream<TruckPassage> trucks =
        admitted
            .flatMap(
                new TruckFunction(settings.cameras(), settings.trucks()), StreamTypes.TRUCK_PASSAGE)
            .uid("trucks")
            .name("Trucks at charging points");
    RuleStreams told = found.told();
    SingleOutputStreamOperator<Alert> followed =
        followUp(
            told.alerts().union(WatchOperators.stale(watch.makings())),
            actions,
            watch.entries().union(watch.rows()),
            settings);
    DataStream<AlertUpdate> updates = followed.getSideOutput(FollowUpFunction.UPDATES);
    DataStream<Notice> notices = followed.getSideOutput(FollowUpFunction.NOTICES);
    return new DetectionStreams(
        admitted,
        followed,
        updates,
        notices,
        found.ofVehicles.getSideOutput(SideOutputs.WATCH_EVENTS),
        audit(notices, updates),
        trucks,
        counts(admitted, fused.getSideOutput(SideOutputs.NOT_READ), settings),
        told.ruleStatus(),
        fused
            .getSideOutput(SideOutputs.DEAD_LETTERS)
            .union(told.deadLetters(), followed.getSideOutput(SideOutputs.DEAD_LETTERS)));
  }

  /** Beside the way to an alert: it takes what detection has already let through. */
  private static DataStream<CameraCount> counts(
      DataStream<Passage> passages,
      DataStream<CountedVehicle> notRead,
      DetectionSettings settings) {
    return passages
        .map(CountedVehicles::of, StreamTypes.COUNTED_VEHICLE)
        .uid("count-input")
        .name("Vehicles to count")
        .union(notRead)
        .keyBy(CountedVehicle::getCameraId, Types.STRING)
        .process(
            new CountFunction(settings.cameras(), settings.counts(), settings.fusion()),
            StreamTypes.CAMERA_COUNT)
        .uid("camera-counts")
        .name("Count vehicles by camera");
  }

  private static SingleOutputStreamOperator<Alert> followUp(
      DataStream<Alert> alerts,
      DataStream<AlertAction> actions,
      DataStream<WatchEntry> watchlist,
      DetectionSettings settings) {
    DataStream<Either<Alert, AlertAction>> ofRules =
        alerts
            .filter(alert -> alert.getWatch() == null)
            .uid("alerts-of-rules")
            .name("Alerts of rules")
            .map(Either::<Alert, AlertAction>Left, StreamTypes.ALERT_OR_ACTION)
            .uid("raised")
            .name("Alerts raised");
    DataStream<Either<Alert, AlertAction>> acted =
        actions
            .map(Either::<Alert, AlertAction>Right, StreamTypes.ALERT_OR_ACTION)
            .uid("acted")
            .name("What people do with alerts")
            .assignTimestampsAndWatermarks(timeless())
            .uid("actions-time")
            .name("Actions hold no event time back");
    return ofRules
        .union(acted)
        .keyBy(DetectionOperators::vehicleOf, Types.STRING)
        .connect(
            ofEntries(alerts, watchlist, settings).keyBy(DetectionOperators::vehicle, Types.STRING))
        .process(
            new FollowUpFunction(settings.followUp(), settings.recipients(), settings.cameras()),
            StreamTypes.ALERT)
        .uid("follow-up")
        .name("Follow up alerts");
  }

  /** Alerts of watch entries, and the withdrawals of these on the vehicles that they are about. */
  private static DataStream<Either<Alert, Withdrawal>> ofEntries(
      DataStream<Alert> alerts, DataStream<WatchEntry> watchlist, DetectionSettings settings) {
    DataStream<WatchEntry> withdrawals =
        watchlist
            .filter(entry -> entry.getStatus() == WatchStatus.WITHDRAWN)
            .uid("withdrawals")
            .name("Entries withdrawn")
            .assignTimestampsAndWatermarks(timeless())
            .uid("withdrawals-time")
            .name("Withdrawals hold no event time back");
    return alerts
        .filter(alert -> alert.getWatch() != null)
        .uid("alerts-of-entries")
        .name("Alerts of watch entries")
        .keyBy(WithdrawalRouter::entry, Types.STRING)
        .connect(withdrawals.keyBy(WatchEntry::getEntryId, Types.STRING))
        .process(new WithdrawalRouter(settings.followUp()), StreamTypes.ALERT_OR_WITHDRAWAL)
        .uid("withdrawal-router")
        .name("Withdrawals to the vehicles they are about");
  }

  /** One chain for each recipient, and one for what people do. */
  private static DataStream<AuditRecord> audit(
      DataStream<Notice> notices, DataStream<AlertUpdate> updates) {
    DataStream<AuditRecord> disclosed =
        notices
            .keyBy(Notice::getRecipient, Types.STRING)
            .process(
                new AuditFunction<Notice>(
                    (notice, now) -> Optional.of(Disclosures.of(notice, now))),
                StreamTypes.AUDIT_RECORD)
            .uid("audit-disclosures")
            .name("Audit of what was disclosed");
    return updates
        .keyBy(update -> ACTIONS, Types.STRING)
        .process(new AuditFunction<AlertUpdate>(Disclosures::of), StreamTypes.AUDIT_RECORD)
        .uid("audit-actions")
        .name("Audit of what people did")
        .union(disclosed);
  }

  private static String vehicleOf(Either<Alert, AlertAction> either) {
    return either.isLeft() ? either.left().getVehicleKey() : either.right().getVehicleKey();
  }

  private static String vehicle(Either<Alert, Withdrawal> either) {
    return either.isLeft() ? either.left().getVehicleKey() : either.right().getVehicleKey();
  }

  /** The part of live detection that asks rules, for passages without their records. */
  public static RuleStreams wire(
      DataStream<PassageFacts> passages, DataStream<RuleSource> rules, DetectionSettings settings) {
    settings.ruleBook(settings.rules());
    DataStream<DetectionInput> inputs =
        passages
            .map(DetectionOperators::input, StreamTypes.DETECTION_INPUT)
            .uid("facts-input")
            .name("Passages by vehicle");
    return rules(inputs, rules, settings).told();
  }

  /** What rules and watch entries find, about vehicles and about vehicles together. */
  private record Found(
      SingleOutputStreamOperator<Alert> ofVehicles, SingleOutputStreamOperator<Alert> ofCompanies) {

    RuleStreams told() {
      return new RuleStreams(
          ofVehicles.union(ofCompanies),
          both(SideOutputs.RULE_STATUS),
          both(SideOutputs.DEAD_LETTERS));
    }

    private <T> DataStream<T> both(OutputTag<T> tag) {
      return ofVehicles.getSideOutput(tag).union(ofCompanies.getSideOutput(tag));
    }
  }

  private static Found rules(
      DataStream<DetectionInput> inputs, DataStream<RuleSource> rules, DetectionSettings settings) {
    DataStream<DetectionInput> dealt =
        rules
            .flatMap(new RuleDealer(), StreamTypes.DETECTION_INPUT)
            .uid("deal-rules")
            .name("Deal rules to every key group")
            .assignTimestampsAndWatermarks(timeless())
            .uid("rules-time")
            .name("Rules hold no event time back");
    SingleOutputStreamOperator<Alert> ofVehicles =
        inputs
            .union(dealt)
            .keyBy(DetectionInput::key, Types.LONG)
            .transform(
                "Watchlist and rules over each vehicle's history",
                StreamTypes.ALERT,
                new LiveDetection(settings, false))
            .uid("detection");
    SingleOutputStreamOperator<Alert> ofCompanies =
        together(ofVehicles.getSideOutput(SideOutputs.CANDIDATES), settings, false)
            .union(dealt)
            .keyBy(DetectionInput::key, Types.LONG)
            .transform(
                "Rules over vehicles that travel together",
                StreamTypes.ALERT,
                new LiveDetection(settings, true))
            .uid("detection-together");
    return new Found(ofVehicles, ofCompanies);
  }

  /** Rules over recorded passages. */
  public static DataStream<RuleAlert> replay(
      DataStream<PassageFacts> passages,
      List<RuleSource> rules,
      boolean together,
      DetectionSettings settings) {
    SingleOutputStreamOperator<RuleAlert> ofVehicles =
        passages
            .map(DetectionOperators::input, StreamTypes.DETECTION_INPUT)
            .uid("replay-input")
            .name("Passages by vehicle")
            .keyBy(DetectionInput::key, Types.LONG)
            .transform(
                "Rules over each vehicle's history",
                StreamTypes.RULE_ALERT,
                new ReplayDetection(settings, rules, false))
            .uid("replay");
    if (!together) {
      return ofVehicles;
    }
    SingleOutputStreamOperator<RuleAlert> ofCompanies =
        together(ofVehicles.getSideOutput(SideOutputs.CANDIDATES), settings, true)
            .keyBy(DetectionInput::key, Types.LONG)
            .transform(
                "Rules over vehicles that travel together",
                StreamTypes.RULE_ALERT,
                new ReplayDetection(settings, rules, true))
            .uid("replay-together");
    return ofVehicles.union(ofCompanies);
  }

  private static DataStream<DetectionInput> together(
      DataStream<Candidate> candidates, DetectionSettings settings, boolean inOrder) {
    return candidates
        .keyBy(Candidate::place, Types.LONG)
        .process(new TogetherFunction(timeToLive(settings), inOrder), StreamTypes.DETECTION_INPUT)
        .uid("together")
        .name("Vehicles that pass a camera together");
  }

  private static Duration timeToLive(DetectionSettings settings) {
    return settings.history().retention().multipliedBy(2);
  }

  /** For streams that others are joined with: they hold no event time back. */
  public static <T> WatermarkStrategy<T> timeless() {
    return WatermarkStrategy.forGenerator(context -> new HoldsNothingBack<>());
  }

  private static DetectionInput input(PassageFacts facts) {
    return new DetectionInput.OfPassage(facts.vehicle(), facts, Witness.NO_RECORD);
  }
}
