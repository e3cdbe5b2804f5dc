package eu.passage.cep;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchListMaking;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What police ask for. Watermarks are ignored: a list that is silent holds nothing back.
 *
 * @param entries what people ask for and take back: each entry and each change of one, in the order
 *     of its versions; a corrected plate is a new entry
 * @param rows the same of bulk lists, as their makings bring and take back: apart, so that what one
 *     person asks for does not queue behind a million rows
 * @param makings of these lists
 */
public record WatchStreams(
    DataStream<WatchEntry> entries,
    DataStream<WatchEntry> rows,
    DataStream<WatchListMaking> makings) {}
