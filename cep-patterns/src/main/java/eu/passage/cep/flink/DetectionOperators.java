package eu.passage.cep.flink;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.Observation;
import eu.passage.avro.Passage;
import eu.passage.avro.TollEvent;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.DetectionSettings;
import eu.passage.cep.DetectionStreams;
import eu.passage.schemas.plates.VehicleKey;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators hang together; callers use {@link eu.passage.cep.Detection}. */
public final class DetectionOperators {

  private DetectionOperators() {}

  public static DetectionStreams wire(
      DataStream<Observation> observations,
      DataStream<WatchEntry> watchlist,
      DetectionSettings settings) {
    SingleOutputStreamOperator<Passage> fused =
        observations
            .keyBy(Observation::getCameraId, Types.STRING)
            .process(new FusionFunction(settings.cameras(), settings.fusion()), StreamTypes.PASSAGE)
            .uid("fusion")
            .name("Fuse observations into passages");

    DataStream<WatchEntry> timelessWatchlist =
        watchlist
            .assignTimestampsAndWatermarks(
                WatermarkStrategy.<WatchEntry>forGenerator(context -> new HoldsNothingBack()))
            .uid("watchlist-time")
            .name("Watchlist holds no event time back");

    SingleOutputStreamOperator<Alert> alerts =
        fused
            .keyBy(Passage::getVehicleKey, Types.STRING)
            .connect(timelessWatchlist.keyBy(DetectionOperators::vehicleKey, Types.STRING))
            .process(new DetectionFunction(settings), StreamTypes.ALERT)
            .uid("detection")
            .name("Watchlist and rules over each vehicle's history");

    DataStream<Passage> passages = alerts.getSideOutput(SideOutputs.PASSAGES);
    DataStream<TollEvent> tollEvents =
        passages
            .flatMap(new TollFunction(settings.cameras(), settings.tolls()), StreamTypes.TOLL_EVENT)
            .uid("tolls")
            .name("Trucks at charging points");
    DataStream<DeadLetter> deadLetters = fused.getSideOutput(SideOutputs.DEAD_LETTERS);
    return new DetectionStreams(passages, alerts, tollEvents, deadLetters);
  }

  private static String vehicleKey(WatchEntry entry) {
    return VehicleKey.of(entry.getCountry(), entry.getPlate());
  }
}
