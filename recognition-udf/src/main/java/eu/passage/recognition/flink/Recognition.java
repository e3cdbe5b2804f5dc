package eu.passage.recognition.flink;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Frame;
import eu.passage.avro.Observation;
import eu.passage.recognition.RecognitionSettings;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Puts recognition into a job:
 *
 * <pre>{@code
 * RecognitionStreams recognised =
 *     Recognition.recognise(frames, RecognitionSettings.of(cameras));
 * recognised.observations().sinkTo(…);
 * recognised.deadLetters().sinkTo(…);
 * }</pre>
 */
public final class Recognition {

  /** The operator's uid: savepoints and metrics know it by this. */
  public static final String UID = "recognise-frames";

  private Recognition() {}

  /**
   * Recognises every frame; its parallelism is the environment's unless the caller sets another.
   */
  public static RecognitionStreams recognise(
      DataStream<Frame> frames, RecognitionSettings settings) {
    OutputTag<DeadLetter> refusals =
        new OutputTag<>("refused-frames", new AvroTypeInfo<>(DeadLetter.class));
    SingleOutputStreamOperator<Observation> observations =
        frames
            .transform(
                "Recognise vehicles and plates",
                new AvroTypeInfo<>(Observation.class),
                new RecognitionOperator(settings, refusals))
            .uid(UID);
    return new RecognitionStreams(observations, observations.getSideOutput(refusals));
  }
}
