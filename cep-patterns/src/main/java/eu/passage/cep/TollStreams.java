package eu.passage.cep;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the toll path gives.
 *
 * @param events what trucks owe, and corrections; those of a charging point in the order of their
 *     sequence, which has no gap
 * @param controls bans that trucks broke
 * @param deadLetters corrections that were asked for and cannot be made, with the reason
 */
public record TollStreams(
    DataStream<TollEvent> events,
    DataStream<ControlEvent> controls,
    DataStream<DeadLetter> deadLetters) {}
