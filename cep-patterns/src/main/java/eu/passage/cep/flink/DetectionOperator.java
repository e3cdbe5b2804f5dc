package eu.passage.cep.flink;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.EngineSink;
import eu.passage.cep.engine.RuleEngine;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.history.Company;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.model.Together;
import java.util.List;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.BiConsumerWithException;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * Rules over the past of each subject, live ({@link LiveDetection}) and over recorded passages
 * ({@link ReplayDetection}). Keyed by {@link DetectionInput#key}. State of a subject: its {@link
 * SubjectHistory}, and the whole records of the passages in it, which only alerts need. Nothing of
 * any rule is stored.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
abstract class DetectionOperator<OUT> extends AbstractStreamOperator<OUT>
    implements OneInputStreamOperator<DetectionInput, OUT>,
        Triggerable<Long, VoidNamespace>,
        EngineSink {

  private static final long serialVersionUID = 1L;

  /** Subjects wake here; part of savepoints. */
  static final String TIMERS = "wake";

  private final DetectionSettings settings;
  private final boolean company;

  private transient CameraTable cameras;
  private transient RuleEngine engine;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient ValueStateDescriptor<SubjectHistory> subjectDescriptor;
  private transient ValueState<SubjectHistory> subjects;
  private transient SubjectRecords records;
  private transient Forgetting forgetting;
  private transient long gap;
  private transient boolean changed;
  private transient boolean settleFirst;
  private transient Counter duplicates;

  /**
   * @param company whether its subjects are vehicles together
   */
  DetectionOperator(DetectionSettings settings, boolean company) {
    this.settings = settings;
    this.company = company;
  }

  @Override
  public void open() throws Exception {
    super.open();
    cameras = new CameraTable(settings.cameras());
    engine = newEngine(rulesOfState());
    timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
    subjectDescriptor = new ValueStateDescriptor<>("subject", StreamTypes.SUBJECT_HISTORY);
    subjects = getRuntimeContext().getState(subjectDescriptor);
    records =
        new SubjectRecords(
            getRuntimeContext(),
            company,
            forgets() ? settings.history().retention().multipliedBy(2) : null);
    gap = settings.fusion().gap().toMillis();
    duplicates = Metrics.counter(getRuntimeContext(), Metrics.DUPLICATE_PASSAGES);
    forgetting =
        new Forgetting(
            settings.history(),
            graceMillis(),
            company || keepsRecords() ? records : null,
            Metrics.counter(getRuntimeContext(), Metrics.HISTORY_OVERFLOWS));
  }

  /** The rules in force. */
  abstract List<ActiveRule> rules();

  /** Those of them that were in force when the state was left that the operator starts with. */
  List<ActiveRule> rulesOfState() {
    return rules();
  }

  /** Whether a rule failed before and is not asked. */
  abstract boolean failed(ActiveRule rule);

  /** Passages come up to this much behind the watermark. */
  abstract long graceMillis();

  /** Whether passages of single vehicles come with their whole records. */
  abstract boolean keepsRecords();

  /** Whether subjects' state has a time to live; in batch mode it goes with its key. */
  abstract boolean forgets();

  /** Up to when a subject can be settled before this passage is looked at. */
  abstract long settledBefore(PassageFacts passage);

  /** A share of vehicles together, with the records of its passages. */
  abstract void candidate(Candidate candidate);

  /** Whether its subjects are vehicles together. */
  final boolean company() {
    return company;
  }

  final DetectionSettings settings() {
    return settings;
  }

  final CameraTable cameras() {
    return cameras;
  }

  /** The current event time; the lowest number before the first watermark. */
  final long now() {
    return timers.currentWatermark();
  }

  /** How far event time has come, before a restart too. */
  long eventTime() {
    return now();
  }

  final InternalTimerService<VoidNamespace> timers() {
    return timers;
  }

  /** The subject of the current key. */
  final SubjectHistory subject() throws Exception {
    SubjectHistory known = subjects.value();
    return known == null ? new SubjectHistory() : known;
  }

  /** The whole records of the current subject's passages. */
  final SubjectRecords subjectRecords() {
    return records;
  }

  /** Keeps the subject of the current key as it is now. */
  final void keep(SubjectHistory history) throws Exception {
    forgetting.touch(history);
    subjects.update(history);
  }

  /** Each subject in turn is the current one, and stays so after the last. */
  final void eachSubject(ThrowingConsumer<SubjectHistory, Exception> look) throws Exception {
    eachSubject((history, state) -> look.accept(history));
  }

  private void eachSubject(
      BiConsumerWithException<SubjectHistory, ValueState<SubjectHistory>, Exception> look)
      throws Exception {
    getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            subjectDescriptor,
            (key, state) -> {
              SubjectHistory history = state.value();
              if (history != null) {
                look.accept(history, state);
              }
            });
  }

  /**
   * A vehicle's passage.
   *
   * @return whether it was new
   */
  final boolean passage(DetectionInput.OfPassage input) throws Exception {
    makeReadyFor(input);
    SubjectHistory history = subject();
    if (history.repeats(input.facts(), gap)) {
      duplicates.inc();
      return false;
    }
    if (input.record().length > 0) {
      records.put(input.facts(), input.record());
    }
    take(history, input.facts());
    return true;
  }

  /** A passage of vehicles together. */
  final void company(DetectionInput.OfCompany input) throws Exception {
    makeReadyFor(input);
    SubjectHistory history = subject();
    history.company(input.company());
    records.put(input.latest(), Witness.pack(input.members()));
    take(history, input.latest());
  }

  private void take(SubjectHistory history, PassageFacts facts) throws Exception {
    long wake = history.wakeAt();
    long before = settledBefore(facts);
    if (wake <= before) {
      engine.settle(history, before);
    }
    int place = history.add(facts);
    engine.onPassage(history, place);
    if (!company) {
      engine.log(history, facts); // vehicles together have no habits
    }
    forgetting.prune(history, Math.min(facts.at(), Math.max(now(), before)));
    forgetting.touch(history);
    subjects.update(history);
    if (history.wakeAt() < wake) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wakeTime(history));
    }
  }

  private long wakeTime(SubjectHistory history) {
    return history.wakeAt() + graceMillis();
  }

  /** What is older than the law allows goes, also of subjects that never come again. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    makeReady();
    super.processWatermark(mark);
    long now = mark.getTimestamp();
    boolean within = now >= 0 && now != Watermark.MAX_WATERMARK.getTimestamp();
    if (forgets() && within && forgetting.isDueAt(now)) {
      sweep(now);
    }
  }

  /**
   * The machine's clock has come so far.
   *
   * @param millis since the epoch
   */
  final void machineTime(long millis) throws Exception {
    if (forgetting.isDueByMachine(millis) && forgets()) {
      sweep(Math.max(0, now()));
    }
  }

  private void sweep(long now) throws Exception {
    eachSubject((history, state) -> forgetting.sweep(history, state, now));
  }

  @Override
  public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
    SubjectHistory history = subject();
    long until = Math.max(timer.getTimestamp(), now()) - graceMillis();
    if (history.wakeAt() <= until) {
      engine.settle(history, until);
      subjects.update(history);
      if (history.wakeAt() != SubjectHistory.NEVER) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wakeTime(history));
      }
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
    throw new IllegalStateException("subjects wake by event time only");
  }

  /**
   * From here on the rules that {@link #rules} gives are asked. They are made ready when the next
   * passage comes or event time goes on: many that are deployed at once, as when a job starts, are
   * made ready together.
   *
   * @param settle whether a changed rule waits for event time: then every subject is settled by the
   *     old rules up to now, so that the new ones find no more than what comes, and wakes for them
   */
  final void enforce(boolean settle) {
    changed = true;
    settleFirst |= settle;
  }

  private void makeReadyFor(DetectionInput input) throws Exception {
    if (changed) {
      makeReady();
      setCurrentKey(input.key()); // all subjects may have been looked at meanwhile
    }
  }

  /** Before the barrier: subjects that wake for a new rule are part of the checkpoint. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    makeReady();
  }

  private void makeReady() throws Exception {
    if (!changed) {
      return;
    }
    changed = false;
    RuleEngine before = engine;
    engine = newEngine(rules());
    long until = Math.max(eventTime(), Long.MIN_VALUE + graceMillis()) - graceMillis();
    if (settleFirst) {
      settleFirst = false;
      eachSubject((history, state) -> handOver(history, state, before, until));
    }
  }

  private RuleEngine newEngine(List<ActiveRule> rules) {
    RuleEngine made = new RuleEngine(rules, cameras, this);
    for (ActiveRule rule : rules) {
      if (failed(rule)) {
        made.switchOff(rule.rule().id());
      }
    }
    return made;
  }

  private void handOver(
      SubjectHistory history, ValueState<SubjectHistory> state, RuleEngine before, long until)
      throws Exception {
    before.settle(history, until);
    engine.settle(history, until);
    state.update(history);
    if (history.wakeAt() != SubjectHistory.NEVER) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wakeTime(history));
    }
  }

  @Override
  public void candidates(Together together, long withinMillis, List<PassageFacts> passages) {
    Company wanted = new Company(together.vehicles(), (int) together.gap().toMillis());
    for (PassageFacts passage : passages) {
      byte[] record = keepsRecords() ? records.of(passage) : Witness.NO_RECORD;
      candidate(new Candidate(wanted, withinMillis, new Witness(passage, record)));
    }
  }

  final void emit(OUT result, long timestamp) {
    output.collect(new StreamRecord<>(result, timestamp));
  }

  final <T> void emit(OutputTag<T> tag, T result, long timestamp) {
    output.collect(tag, new StreamRecord<>(result, timestamp));
  }
}
