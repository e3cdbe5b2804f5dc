package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.WatchEvent;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.watch.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Rules and watch entries over passages as they come, with rules that come, change and go
 * meanwhile.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by initializeState() and open()
final class LiveDetection extends DetectionOperator<Alert> {

  private static final long serialVersionUID = 1L;

  /** How often figures of rules are told, by the machine's clock. */
  private static final long TELL_EVERY_MS = 2_000;

  private transient LiveRules rules;
  private transient ListState<String> recordSchemas;
  private transient SavedTime savedTime;
  private transient boolean restored;
  private transient LiveWatch watch;
  private transient AlertWriter writer;
  private transient Quotations quotations;
  private transient PassageRecords records;
  private transient Counter alerts;
  private transient Counter suppressed;

  /**
   * @param company whether its subjects are vehicles together
   */
  LiveDetection(DetectionSettings settings, boolean company) {
    super(settings, company);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    OperatorStateStore store = context.getOperatorStateStore();
    rules = new LiveRules(this, store);
    recordSchemas =
        store.getUnionListState(new ListStateDescriptor<>("record-schemas", Types.STRING));
    records = new PassageRecords();
    recordSchemas.get().forEach(records::learn);
    watch = new LiveWatch(store);
    savedTime = new SavedTime(store);
    restored = context.isRestored();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    rules.snapshot();
    recordSchemas.update(records.schemas());
    watch.snapshot();
    savedTime.save(eventTime());
  }

  @Override
  public void open() throws Exception {
    rules.restore(restored);
    super.open();
    writer = new AlertWriter(cameras());
    quotations = new Quotations(this::whole);
    watch.open(this, restored);
    alerts = Metrics.counter(getRuntimeContext(), Metrics.ALERTS);
    suppressed = Metrics.counter(getRuntimeContext(), Metrics.SUPPRESSED_ALERTS);
    getProcessingTimeService()
        .scheduleWithFixedDelay(this::tick, TELL_EVERY_MS / 10, TELL_EVERY_MS);
    machineTime(getProcessingTimeService().getCurrentProcessingTime());
    rules.enforceNew();
  }

  @Override
  List<ActiveRule> rules() {
    return rules.all();
  }

  @Override
  List<ActiveRule> rulesOfState() {
    return rules.ofState();
  }

  @Override
  long eventTime() {
    return Math.max(now(), savedTime.restored());
  }

  @Override
  boolean failed(ActiveRule rule) {
    return rules.failed(rule);
  }

  @Override
  long graceMillis() {
    return settings().fusion().emitAfter().toMillis();
  }

  @Override
  boolean keepsRecords() {
    return true;
  }

  @Override
  boolean forgets() {
    return true;
  }

  @Override
  long settledBefore(PassageFacts passage) {
    return Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<DetectionInput> element) throws Exception {
    DetectionInput input = element.getValue();
    quotations.forget(); // records may come with it
    if (input instanceof DetectionInput.OfPassage passage) {
      onPassage(passage);
    } else if (input instanceof DetectionInput.OfCompany together) {
      company(together);
    } else if (input instanceof DetectionInput.OfProbe probe) {
      watch.desk().onProbe(probe.record(), this);
    } else if (input instanceof DetectionInput.OfWatch entry) {
      watch.desk().onEntry(entry.entry(), this);
    } else if (input instanceof DetectionInput.OfPattern pattern) {
      watch.patterns().onPattern(pattern.entry(), this);
    } else if (input instanceof DetectionInput.OfMaking list) {
      watch.makings().onMaking(list.making(), eventTime());
    } else {
      rules.onRule(((DetectionInput.OfRule) input).rule());
    }
  }

  private void onPassage(DetectionInput.OfPassage input) throws Exception {
    if (!passage(input)) {
      return;
    }
    if (input.record().length > 0) {
      Passage passage = records.read(input.record());
      emit(SideOutputs.PASSAGES, passage, input.facts().at());
      watch.onPassage(new Watchlist.Seen(passage, input.facts()), this);
    }
  }

  @Override
  public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
    super.onEventTime(timer);
    watch.desk().onTime(timer.getTimestamp(), Math.max(timer.getTimestamp(), now()), this);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    super.processWatermark(mark);
    watch.patterns().onTime(mark.getTimestamp(), this);
  }

  /** Before the barrier: alerts of a pattern that looks back are part of the checkpoint. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    watch.patterns().onTime(eventTime(), this);
  }

  /** The machine's clock. */
  Instant clock() {
    return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
  }

  private void tick(long millis) throws Exception {
    machineTime(millis);
    rules.tellAccounts();
  }

  @Override
  void candidate(Candidate candidate) {
    emit(SideOutputs.CANDIDATES, candidate, candidate.witness().facts().at());
  }

  @Override
  public void told(Hit hit) {
    rules.matched(hit.rule());
    List<Passage> passages = quotations.of(hit, (Long) getCurrentKey());
    tell(writer.of(subjectRecords().complete(hit), passages));
  }

  /** A passage of the current subject, and of vehicles together those of all of them. */
  private List<Passage> whole(PassageFacts passage) {
    List<Passage> whole = new ArrayList<>(1);
    for (Witness witness : subjectRecords().witnesses(passage)) {
      boolean kept = witness.record().length > 0;
      whole.add(kept ? records.read(witness.record()) : writer.withoutRecord(witness.facts()));
    }
    return whole;
  }

  /** How many watch entries for plates with wildcards and for descriptions are known. */
  int patterns() {
    return watch.patterns().size();
  }

  /** Reads the whole records of passages. */
  PassageRecords records() {
    return records;
  }

  /** People are told. */
  void tell(Alert alert) {
    alerts.inc();
    emit(alert, alert.getAt().toEpochMilli());
  }

  /** A step in the life of a watch entry. */
  void tell(WatchEvent event, Instant at) {
    emit(SideOutputs.WATCH_EVENTS, event, at.toEpochMilli());
  }

  /** Those who keep the system running are told. */
  void tellOperators(Alert alert) {
    emit(alert, alert.getAt().toEpochMilli());
  }

  /** How a rule fares. */
  void tell(RuleStatus status, Instant at) {
    emit(SideOutputs.RULE_STATUS, status, at.toEpochMilli());
  }

  /** Something is not taken. */
  void refuse(DeadLetter letter, Instant at) {
    emit(SideOutputs.DEAD_LETTERS, letter, at.toEpochMilli());
  }

  @Override
  public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {
    rules.suppressed(rule);
    suppressed.inc();
  }

  @Override
  public void failed(ActiveRule rule, RuntimeException why) {
    rules.broke(rule, why);
  }
}
