package eu.passage.cep;

import eu.passage.avro.TollEvent;
import eu.passage.cep.toll.rerate.RerateLine;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What a re-rating gives.
 *
 * @param corrections without sequence, for the toll job to take
 * @param lines what they change, added up by day and tariffs
 */
public record RerateStreams(DataStream<TollEvent> corrections, DataStream<RerateLine> lines) {}
