package eu.passage.cep.flink.tolls;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.CorrectionRequest;
import eu.passage.cep.toll.CorrectionRequest.Outcome;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollAccount;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.registry.RegistryMeter;
import eu.passage.cep.toll.registry.VehicleRegistry;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * What each vehicle owes: drafts in, events and their corrections out, without sequence. Keyed by
 * vehicle. It keeps the vehicle's passages of some days and the last event of each; whatever comes,
 * all of them are looked at again, and what changed is told.
 *
 * <p>A first passage waits a moment for the vehicle registry. When that does not answer, the event
 * is told as PROVISIONAL, the registry is asked again later, and its answer corrects the event.
 * Questions are asked beside the stream: nothing else waits for them.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
final class TollOperator extends AbstractStreamOperator<TollEvent>
    implements OneInputStreamOperator<TollEvent, TollEvent>, Triggerable<String, VoidNamespace> {

  private static final long serialVersionUID = 1L;

  /** Corrections that cannot be taken. */
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused-corrections", StreamTypes.DEAD_LETTER);

  private static final long LOOK_EVERY_MS = 25;
  private static final Duration DAY = Duration.ofDays(1);

  private record Answered(String vehicle, RegistryAnswer answer) {}

  /** How it comes to its vehicle registry. */
  interface Opener extends Serializable {
    VehicleRegistry open(RegistryMeter meter);
  }

  private final TollSettings settings;
  private final Opener opener;

  private transient TollAccount account;
  private transient VehiclePricing pricing;
  private transient VehicleRegistry registry;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Queue<Answered> answers;

  // No time-to-live: timers in event time remove what is no longer corrected
  private transient MapState<String, TollEvent> drafts;
  private transient MapState<String, TollEvent> told;
  private transient RegistryMemory memory;
  private transient OpenQuestion question;
  private transient RequestedCorrections requests;

  TollOperator(TollSettings settings) {
    this(settings, settings.registry()::open);
  }

  TollOperator(TollSettings settings, Opener opener) {
    this.settings = settings;
    this.opener = opener;
  }

  @Override
  public void open() throws Exception {
    super.open();
    account = new TollAccount(settings.billAt());
    pricing = new VehiclePricing(settings.tariffs());
    registry = opener.open(new RegistryCounters(getRuntimeContext()));
    answers = new ConcurrentLinkedQueue<>();
    timers = getInternalTimerService("tolls", VoidNamespaceSerializer.INSTANCE, this);
    var context = getRuntimeContext();
    drafts =
        context.getMapState(
            new MapStateDescriptor<>("drafts", Types.STRING, StreamTypes.TOLL_EVENT));
    told =
        context.getMapState(new MapStateDescriptor<>("told", Types.STRING, StreamTypes.TOLL_EVENT));
    memory = new RegistryMemory(context, settings.lookUps());
    question = new OpenQuestion(context);
    requests = new RequestedCorrections(context);
    getProcessingTimeService()
        .scheduleWithFixedDelay(now -> takeAnswers(), LOOK_EVERY_MS, LOOK_EVERY_MS);
  }

  @Override
  public void close() throws Exception {
    if (registry != null) {
      registry.close();
    }
    super.close();
  }

  @Override
  public void processElement(StreamRecord<TollEvent> element) throws Exception {
    TollEvent event = element.getValue();
    if (event.getEventId().isEmpty()) {
      onDraft(event);
    } else {
      onRequest(event);
    }
  }

  private void onDraft(TollEvent draft) throws Exception {
    String passage = draft.getPassageId();
    if (draft.getStatus() == TollStatus.WITHDRAWN) {
      drafts.remove(passage);
    } else {
      if (draft.equals(drafts.get(passage))) {
        return;
      }
      drafts.put(passage, draft);
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, forgetAt(draft));
    }
    boolean known = memory.isThere();
    if (!question.isOpen() && !memory.holds(now())) {
      ask(draft, 0);
    }
    if (known || question.isLate()) {
      settleAround(draft);
    } // else the first answer is awaited, or has settled all
  }

  private void onRequest(TollEvent correction) throws Exception {
    boolean atHand = told.contains(correction.getPassageId());
    Outcome outcome = requests.take(correction, told.get(correction.getPassageId()));
    if (outcome == Outcome.TAKEN) {
      if (atHand) {
        told.put(correction.getPassageId(), correction);
      }
      emit(correction);
    } else if (outcome != Outcome.REPEATED) {
      output.collect(
          REFUSED, new StreamRecord<>(CorrectionRequest.letter(correction, outcome, now())));
    }
  }

  /**
   * Asks the registry.
   *
   * @param unanswered how often it was asked in vain
   */
  private void ask(TollEvent draft, int unanswered) throws Exception {
    CompletableFuture<RegistryAnswer> answer =
        registry.lookUp(draft.getPlate(), draft.getCountry());
    String vehicle = (String) getCurrentKey();
    if (answer.isDone()) {
      question.open(unanswered, 0);
      onAnswer(new Answered(vehicle, answer.join()));
    } else {
      Duration wait =
          unanswered == 0 ? settings.lookUps().patience() : settings.lookUps().pause(unanswered);
      wakeIn(wait, unanswered);
      Queue<Answered> inbox = answers;
      answer.thenAccept(said -> inbox.add(new Answered(vehicle, said)));
    }
  }

  private void wakeIn(Duration wait, int unanswered) throws Exception {
    long at = now().plus(wait).toEpochMilli();
    question.open(unanswered, at);
    timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, at);
  }

  private void takeAnswers() throws Exception {
    for (Answered answered = answers.poll(); answered != null; answered = answers.poll()) {
      setCurrentKey(answered.vehicle());
      onAnswer(answered);
    }
  }

  private void onAnswer(Answered answered) throws Exception {
    if (!(answered.answer() instanceof RegistryAnswer.NotAnswered)) {
      memory.keep(answered.answer(), now());
      question.close();
      settleAll(CorrectionCause.REGISTRY);
    } else if (question.isOpen()) {
      givesNoAnswer();
    }
  }

  private void givesNoAnswer() throws Exception {
    boolean first = !question.isLate();
    int unanswered = question.unanswered() + 1;
    wakeIn(settings.lookUps().pause(unanswered), unanswered);
    if (first) {
      settleAll(CorrectionCause.REGISTRY);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    if (!question.isDue(timer.getTimestamp())) {
      return;
    }
    if (!question.isLate()) {
      givesNoAnswer();
      return;
    }
    var known = drafts.values().iterator();
    if (known.hasNext()) {
      ask(known.next(), question.unanswered());
    } else {
      question.close(); // all of it was forgotten
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    List<String> gone = new ArrayList<>();
    for (TollEvent draft : drafts.values()) {
      if (forgetAt(draft) <= timer.getTimestamp()) {
        gone.add(draft.getPassageId());
      }
    }
    for (String passage : gone) {
      drafts.remove(passage);
      told.remove(passage);
    }
    if (drafts.isEmpty()) {
      told.clear(); // withdrawn ones
    }
  }

  /** The last day of input: what waited for an answer is told without. */
  @Override
  public void finish() throws Exception {
    takeAnswers();
    question.eachOpen(
        this.<String>getKeyedStateBackend(),
        () -> {
          if (!question.isLate()) {
            settleAll(CorrectionCause.REGISTRY);
          }
        });
    super.finish();
  }

  /** What a passage may have changed: its own event, and those near enough to rest on it. */
  private void settleAround(TollEvent changed) throws Exception {
    long at = changed.getAt().toEpochMilli();
    long horizon = pricing.horizon().toMillis();
    Map<String, TollEvent> context = new HashMap<>();
    Map<String, TollEvent> near = new HashMap<>();
    for (TollEvent draft : drafts.values()) {
      long away = Math.abs(draft.getAt().toEpochMilli() - at);
      if (away <= 2 * horizon) {
        context.put(draft.getPassageId(), draft);
      }
      if (away <= horizon) {
        near.put(draft.getPassageId(), draft);
      }
    }
    settle(near, context, changed.getPassageId(), CorrectionCause.LATE_PASSAGE);
  }

  private void settleAll(CorrectionCause cause) throws Exception {
    Map<String, TollEvent> all = new HashMap<>();
    for (TollEvent draft : drafts.values()) {
      all.put(draft.getPassageId(), draft);
    }
    settle(all, all, "", cause);
  }

  private void settle(
      Map<String, TollEvent> near,
      Map<String, TollEvent> context,
      String changed,
      CorrectionCause cause)
      throws Exception {
    Map<String, TollEvent> before = new HashMap<>();
    for (String passage : near.keySet()) {
      remember(passage, before);
    }
    remember(changed, before);
    long settledBefore =
        Math.max(Long.MIN_VALUE + corrected(), timers.currentWatermark()) - corrected();
    TollAccount.Pricing prices = pricing.with(memory.last());
    for (TollEvent event :
        account.news(
            near, before, ignored -> prices.of(context.values()), changed, cause, settledBefore)) {
      told.put(event.getPassageId(), event);
      emit(event);
    }
  }

  private void remember(String passage, Map<String, TollEvent> before) throws Exception {
    TollEvent last = told.get(passage);
    if (last != null) {
      before.put(passage, last);
    }
  }

  private void emit(TollEvent event) {
    output.collect(new StreamRecord<>(event, event.getAt().toEpochMilli()));
  }

  private long corrected() {
    return settings.times().corrected().toMillis();
  }

  /** When nothing that is still corrected rests on it: at the end of a day, for all of that day. */
  private long forgetAt(TollEvent draft) {
    long rests = draft.getAt().toEpochMilli() + corrected() + pricing.horizon().toMillis();
    return (rests / DAY.toMillis() + 1) * DAY.toMillis();
  }

  private Instant now() {
    return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
  }
}
