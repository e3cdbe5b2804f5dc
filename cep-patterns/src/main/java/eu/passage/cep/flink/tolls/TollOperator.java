package eu.passage.cep.flink.tolls;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.CorrectionRequest;
import eu.passage.cep.toll.CorrectionRequest.Outcome;
import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.registry.RegistryMeter;
import eu.passage.cep.toll.registry.VehicleRegistry;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 * vehicle, whose passages and events are in its {@link VehicleBook}.
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

  private record Answered(String vehicle, RegistryAnswer answer) {}

  /** How it comes to its vehicle registry. */
  interface Opener extends Serializable {
    VehicleRegistry open(RegistryMeter meter);
  }

  private final TollSettings settings;
  private final Opener opener;

  private transient VehicleRegistry registry;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Queue<Answered> answers;

  private transient VehicleBook book;
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
    registry = opener.open(new RegistryCounters(getRuntimeContext()));
    answers = new ConcurrentLinkedQueue<>();
    timers = getInternalTimerService("tolls", VoidNamespaceSerializer.INSTANCE, this);
    var context = getRuntimeContext();
    book = new VehicleBook(context, settings);
    memory = new RegistryMemory(context, settings.lookUps(), settings.times().corrected());
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
    if (draft.getStatus() == TollStatus.WITHDRAWN) {
      book.remove(draft);
    } else if (book.put(draft)) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, book.forgetAt(draft));
    } else {
      return;
    }
    boolean known = memory.isThere();
    if (!question.isOpen() && !memory.holds(now())) {
      ask(draft, 0);
    }
    if (known || question.isLate()) {
      emit(book.newsAround(draft, memory.last(), timers.currentWatermark()));
    } // else the first answer is awaited, or has settled all
  }

  private void onRequest(TollEvent correction) throws Exception {
    TollEvent last = book.told(correction.getPassageId());
    Outcome outcome = requests.take(correction, last);
    if (outcome == Outcome.TAKEN) {
      if (last != null) {
        book.replace(correction);
      }
      emit(List.of(correction));
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
      emit(book.news(memory.last(), timers.currentWatermark()));
    } else if (question.isOpen()) {
      givesNoAnswer();
    }
  }

  private void givesNoAnswer() throws Exception {
    boolean first = !question.isLate();
    int unanswered = question.unanswered() + 1;
    wakeIn(settings.lookUps().pause(unanswered), unanswered);
    if (first) {
      emit(book.news(memory.last(), timers.currentWatermark()));
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
    Optional<TollEvent> known = book.any();
    if (known.isPresent()) {
      ask(known.get(), question.unanswered());
    } else {
      question.close(); // all of it was forgotten
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    book.forget(timer.getTimestamp());
  }

  /** The last day of input: what waited for an answer is told without. */
  @Override
  public void finish() throws Exception {
    takeAnswers();
    question.eachOpen(
        this.<String>getKeyedStateBackend(),
        () -> {
          if (!question.isLate()) {
            emit(book.news(memory.last(), timers.currentWatermark()));
          }
        });
    super.finish();
  }

  private void emit(List<TollEvent> events) {
    for (TollEvent event : events) {
      output.collect(new StreamRecord<>(event, event.getAt().toEpochMilli()));
    }
  }

  private Instant now() {
    return Instant.ofEpochMilli(getProcessingTimeService().getCurrentProcessingTime());
  }
}
