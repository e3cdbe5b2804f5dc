package eu.passage.recognition.flink;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.DeadLetterReason;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.recognition.Observations;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.RecognitionSettings;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.Stage;
import eu.passage.recognition.gate.DeadLetters;
import eu.passage.recognition.gate.FrameGate;
import eu.passage.recognition.gate.Verdict;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Frames to observations in small batches, in the frames' order. A batch leaves when it is full,
 * when its first frame has waited long enough, and before any watermark, checkpoint barrier or end
 * of input passes: so no frame is ever held over one of these and no state is needed. A frame that
 * is refused leaves by the side output and harms no other.
 */
@SuppressWarnings("NullAway.Init") // the transient fields are set by open()
public final class RecognitionOperator extends AbstractStreamOperator<Observation>
    implements OneInputStreamOperator<Frame, Observation>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  private final RecognitionSettings settings;
  private final OutputTag<DeadLetter> refusals;

  private transient FrameGate gate;
  private transient ImageLoader loader;
  private transient Recogniser recogniser;
  private transient RecognitionMetrics measures;
  private transient List<Waiting> waiting;
  private transient long batchesDone;

  private record Waiting(StreamRecord<Frame> frame, ImageLoader.Pending picture) {}

  private record Loaded(StreamRecord<Frame> frame, Picture picture) {}

  /**
   * @param refusals the side output of what is refused
   */
  public RecognitionOperator(RecognitionSettings settings, OutputTag<DeadLetter> refusals) {
    this.settings = settings;
    this.refusals = refusals;
  }

  @Override
  public void open() throws Exception {
    super.open();
    gate = new FrameGate(settings.cameras(), settings.gate());
    loader = new ImageLoader(settings.images(), settings.fetch());
    measures = new RecognitionMetrics(getMetricGroup());
    waiting = new ArrayList<>(settings.batchSize());
    recogniser =
        Recogniser.open(
            settings.models(), settings.thresholds(), settings.secondLook(), settings.batchSize());
  }

  @Override
  public void processElement(StreamRecord<Frame> element) {
    measures.frame();
    Frame frame = element.getValue();
    if (gate.judge(frame) instanceof Verdict.Refused refused) {
      refuse(element, refused.reason(), refused.message());
      return;
    }
    waiting.add(new Waiting(element.copy(frame), loader.begin(frame.getImage())));
    if (waiting.size() >= settings.batchSize()) {
      flush();
    } else if (waiting.size() == 1) {
      flushLater();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    flush();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void endInput() {
    flush();
  }

  @Override
  public void close() throws Exception {
    if (recogniser != null) { // open() may have failed
      recogniser.close();
    }
    super.close();
  }

  private void flushLater() {
    long batch = batchesDone;
    long due =
        getProcessingTimeService().getCurrentProcessingTime() + settings.batchDelay().toMillis();
    ScheduledFuture<?> unused =
        getProcessingTimeService()
            .registerTimer(
                due,
                time -> {
                  if (batch == batchesDone) {
                    flush();
                  }
                });
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    batchesDone++;
    List<Loaded> loaded = new ArrayList<>(waiting.size());
    try {
      load(loaded);
      recognise(loaded);
    } finally {
      waiting.clear();
      loaded.forEach(one -> one.picture.close());
    }
  }

  private void load(List<Loaded> loaded) {
    long begun = System.nanoTime();
    for (Waiting one : waiting) {
      try {
        loaded.add(new Loaded(one.frame, one.picture.await()));
      } catch (ImageRefusedException e) {
        refuse(one.frame, e.reason(), String.valueOf(e.getMessage()));
      }
    }
    measures.took(Stage.DECODE, System.nanoTime() - begun);
  }

  private void recognise(List<Loaded> loaded) {
    if (loaded.isEmpty()) {
      return;
    }
    measures.batch(loaded.size());
    List<List<Sighting>> sightings =
        recogniser.recognise(loaded.stream().map(Loaded::picture).toList(), measures::took);
    for (int i = 0; i < loaded.size(); i++) {
      Loaded one = loaded.get(i);
      List<Observation> observations =
          Observations.of(
              one.frame.getValue(), one.picture, sightings.get(i), recogniser.modelVersion());
      measures.observations(observations.size());
      observations.forEach(observation -> output.collect(stamped(one.frame, observation)));
    }
  }

  private void refuse(StreamRecord<Frame> frame, DeadLetterReason reason, String message) {
    measures.refused(reason);
    DeadLetter letter = DeadLetters.of(frame.getValue(), reason, message);
    output.collect(refusals, stamped(frame, letter));
  }

  private static <T> StreamRecord<T> stamped(StreamRecord<Frame> as, T value) {
    return as.hasTimestamp()
        ? new StreamRecord<>(value, as.getTimestamp())
        : new StreamRecord<>(value);
  }
}
