package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.WatchListMaking;
import eu.passage.cep.WatchStreams;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** How watch entries and bulk lists come to the detection operator. */
final class WatchOperators {

  private WatchOperators() {}

  /** What people ask for. */
  static DataStream<DetectionInput> entries(WatchStreams watch) {
    return watch
        .entries()
        .flatMap(new WatchInput(), StreamTypes.DETECTION_INPUT)
        .uid("watch-input")
        .name("Watch entries to their vehicles")
        .assignTimestampsAndWatermarks(DetectionOperators.timeless())
        .uid("watchlist-time")
        .name("Watchlist holds no event time back");
  }

  /**
   * Rows of lists, on a channel of their own into the operator that holds passages against them.
   */
  static DataStream<DetectionInput> rows(WatchStreams watch) {
    return watch
        .rows()
        .flatMap(new WatchInput(), StreamTypes.DETECTION_INPUT)
        .uid("list-input")
        .name("Rows of lists to their vehicles")
        .assignTimestampsAndWatermarks(DetectionOperators.timeless())
        .uid("lists-time")
        .name("Lists hold no event time back");
  }

  /** How old lists are, for whoever writes an alert. */
  static DataStream<DetectionInput> makings(WatchStreams watch) {
    return watch
        .makings()
        .flatMap(new MakingDealer(), StreamTypes.DETECTION_INPUT)
        .uid("deal-makings")
        .name("Deal makings of lists to every key group")
        .assignTimestampsAndWatermarks(DetectionOperators.timeless())
        .uid("makings-time")
        .name("Makings hold no event time back");
  }

  /** What operators are told of lists. */
  static DataStream<Alert> stale(DataStream<WatchListMaking> makings) {
    return makings
        .keyBy(WatchListMaking::getList, Types.STRING)
        .process(new StaleListFunction(), StreamTypes.ALERT)
        .uid("stale-lists")
        .name("Lists that are stale")
        .assignTimestampsAndWatermarks(DetectionOperators.timeless())
        .uid("stale-lists-time")
        .name("Stale lists hold no event time back");
  }
}
