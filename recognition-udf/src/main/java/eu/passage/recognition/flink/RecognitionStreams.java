package eu.passage.recognition.flink;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Observation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of recognition.
 *
 * @param observations of all vehicles in all accepted frames, with the frames' timestamps
 * @param deadLetters one for each refused frame
 */
public record RecognitionStreams(
    DataStream<Observation> observations, DataStream<DeadLetter> deadLetters) {}
