package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Passage;
import eu.passage.avro.RuleSource;
import eu.passage.avro.RuleStatus;
import eu.passage.avro.WatchEvent;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.alerts.OperatorAlerts;
import eu.passage.cep.engine.ActiveRule;
import eu.passage.cep.engine.Hit;
import eu.passage.cep.engine.Outcome;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.rules.RuleBook;
import eu.passage.cep.watch.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
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
 * meanwhile. Beside the state of subjects it keeps the texts of the rules that were deployed
 * (broadcast state: the same in every subtask) and how each rule fares.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by initializeState() and open()
final class LiveDetection extends DetectionOperator<Alert> {

  private static final long serialVersionUID = 1L;

  /** How often figures of rules are told, by the machine's clock. */
  private static final long TELL_EVERY_MS = 2_000;

  private transient RuleBook book;
  private transient BroadcastState<String, RuleSource> deployed;
  private transient ListState<RuleStatus> savedAccounts;
  private transient ListState<String> recordSchemas;
  private transient SavedTime savedTime;
  private transient Set<String> unknownToState;
  private transient boolean restored;
  private transient RuleAccounts accounts;
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
    book = settings().ruleBook(settings().rules());
    OperatorStateStore store = context.getOperatorStateStore();
    deployed =
        store.getBroadcastState(
            new MapStateDescriptor<>("rules", Types.STRING, StreamTypes.RULE_SOURCE));
    savedAccounts =
        store.getUnionListState(
            new ListStateDescriptor<>("rule-accounts", StreamTypes.RULE_STATUS));
    recordSchemas =
        store.getUnionListState(new ListStateDescriptor<>("record-schemas", Types.STRING));
    records = new PassageRecords();
    recordSchemas.get().forEach(records::learn);
    watch = new LiveWatch(store);
    savedTime = new SavedTime(store);
    var task = getRuntimeContext().getTaskInfo();
    accounts =
        new RuleAccounts(
            company(), task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks());
    restored = context.isRestored();
  }

  /**
   * What was deployed before goes on, over what the configuration brings now, some of which may be
   * in force for the first time.
   */
  private void restoreRules() throws Exception {
    List<RuleBook.Change.Refused> noLongerCompile = new ArrayList<>();
    for (var entry : deployed.immutableEntries()) {
      if (book.apply(entry.getValue()) instanceof RuleBook.Change.Refused refused) {
        noLongerCompile.add(refused);
      }
    }
    accounts.restore(savedAccounts.get(), this::together);
    unknownToState =
        book.rules().stream()
            .filter(rule -> restored && answersFor(rule))
            .filter(rule -> !accounts.knows(rule.rule().id(), rule.version()))
            .map(rule -> rule.rule().id())
            .collect(Collectors.toSet());
    Instant now = clock();
    accounts.retain(id -> book.find(id).isPresent(), now);
    for (ActiveRule rule : book.rules()) {
      if (!failed(rule)) {
        account(rule, now);
      }
    }
    for (RuleBook.Change.Refused refused : noLongerCompile) {
      refuse(refused.source(), refused.why(), now);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    savedAccounts.update(accounts.all());
    recordSchemas.update(records.schemas());
    watch.snapshot();
    savedTime.save(eventTime());
  }

  @Override
  public void open() throws Exception {
    restoreRules();
    super.open();
    writer = new AlertWriter(cameras());
    quotations = new Quotations(this::whole);
    watch.open(this, restored);
    alerts = Metrics.counter(getRuntimeContext(), Metrics.ALERTS);
    suppressed = Metrics.counter(getRuntimeContext(), Metrics.SUPPRESSED_ALERTS);
    getProcessingTimeService()
        .scheduleWithFixedDelay(this::tick, TELL_EVERY_MS / 10, TELL_EVERY_MS);
    machineTime(getProcessingTimeService().getCurrentProcessingTime());
    if (!unknownToState.isEmpty()) {
      enforce(unknownToState.stream().anyMatch(this::waits));
    }
  }

  @Override
  List<ActiveRule> rules() {
    return book.rules();
  }

  @Override
  List<ActiveRule> rulesOfState() {
    return book.rules().stream()
        .filter(rule -> !unknownToState.contains(rule.rule().id()))
        .toList();
  }

  @Override
  long eventTime() {
    return Math.max(now(), savedTime.restored());
  }

  @Override
  boolean failed(ActiveRule rule) {
    return accounts.failed(rule.rule().id(), rule.version());
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
      onRule(((DetectionInput.OfRule) input).rule());
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

  private void onRule(RuleSource source) throws Exception {
    boolean waits = waits(source.getRuleId());
    RuleBook.Change change = book.apply(source);
    if (change instanceof RuleBook.Change.Nothing) {
      return;
    }
    Instant now = clock();
    if (change instanceof RuleBook.Change.Refused refused) {
      refuse(source, refused.why(), now);
    } else {
      deployed.put(source.getRuleId(), source);
      enforce(waits || waits(source.getRuleId()));
      if (change instanceof RuleBook.Change.Active active) {
        account(active.rule(), now);
      } else {
        accounts.removed(source, now);
      }
    }
    tellAccounts();
  }

  private boolean waits(String ruleId) {
    return book.find(ruleId).filter(rule -> rule.rule().waits()).isPresent();
  }

  private boolean together(String ruleId) {
    return book.find(ruleId).filter(rule -> rule.rule().together() != null).isPresent();
  }

  private void refuse(RuleSource source, String why, Instant now) {
    boolean together = together(source.getRuleId());
    if (company() && !together) {
      accounts.drop(source.getRuleId());
    } else {
      accounts.refused(source, together, why, now);
    }
    if (!company()) {
      deadLetter(DeadLetterReason.RULE_REFUSED, source.getRuleId(), source.getVersion(), why);
    }
  }

  private void account(ActiveRule rule, Instant now) {
    if (answersFor(rule)) {
      accounts.active(rule, now);
    } else {
      accounts.drop(rule.rule().id());
    }
  }

  /** Vehicles are asked about every rule, vehicles together about those that look for them. */
  private boolean answersFor(ActiveRule rule) {
    return !company() || rule.rule().together() != null;
  }

  /** The machine's clock. */
  Instant clock() {
    return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
  }

  private void tick(long millis) throws Exception {
    machineTime(millis);
    tellAccounts();
  }

  private void tellAccounts() {
    Instant now = clock();
    for (RuleStatus status : accounts.news(now)) {
      emit(SideOutputs.RULE_STATUS, status, now.toEpochMilli());
    }
  }

  @Override
  void candidate(Candidate candidate) {
    emit(SideOutputs.CANDIDATES, candidate, candidate.witness().facts().at());
  }

  @Override
  public void told(Hit hit) {
    accounts.match(hit.rule().rule().id());
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

  /** Something is not taken. */
  void refuse(DeadLetter letter, Instant at) {
    emit(SideOutputs.DEAD_LETTERS, letter, at.toEpochMilli());
  }

  @Override
  public void suppressed(ActiveRule rule, Outcome why, Supplier<Hit> hit) {
    accounts.suppressed(rule.rule().id());
    suppressed.inc();
  }

  @Override
  public void failed(ActiveRule rule, RuntimeException why) {
    String id = rule.rule().id();
    String message = why.getMessage() == null ? why.toString() : why.getMessage();
    Instant now = clock();
    LOG.error("rule {} version {} failed and is switched off", id, rule.version(), why);
    accounts.failed(rule, message, now);
    deadLetter(DeadLetterReason.RULE_FAILED, id, rule.version(), message);
    emit(OperatorAlerts.ruleFailed(rule, message, now), now.toEpochMilli());
    tellAccounts();
  }

  private void deadLetter(DeadLetterReason reason, String rule, int version, String message) {
    Instant now = clock();
    refuse(RuleLetters.of(reason, rule, version, message, now), now);
  }
}
