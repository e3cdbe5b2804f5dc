package eu.passage.cep.flink.tolls;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.TollStreams;
import eu.passage.cep.flink.DetectionOperators;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.trucks.bans.ControlPlan;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of the toll path hang together; callers use {@link eu.passage.cep.Tolls}. */
public final class TollOperators {

  private TollOperators() {}

  /** Trucks at charging points to toll events and control events. */
  public static TollStreams wire(
      DataStream<TruckPassage> trucks,
      DataStream<TollEvent> corrections,
      CameraCatalogue cameras,
      TollSettings settings,
      ControlPlan controls) {
    DataStream<TollEvent> drafts =
        trucks
            .keyBy(TruckPassage::getChargingPoint, Types.STRING)
            .process(
                new TruckJoinFunction(shared(cameras), settings.times(), settings.originator()),
                StreamTypes.TOLL_EVENT)
            .uid("truck-join")
            .name("Views of each truck");
    DataStream<TollEvent> asked =
        corrections
            .assignTimestampsAndWatermarks(DetectionOperators.timeless())
            .uid("corrections-time")
            .name("Corrections hold no event time back");
    SingleOutputStreamOperator<TollEvent> owed =
        drafts
            .union(asked)
            .keyBy(TollDraft::vehicle, Types.STRING)
            .transform("What each vehicle owes", StreamTypes.TOLL_EVENT, new TollOperator(settings))
            .uid("tolls");
    DataStream<TollEvent> events =
        owed.keyBy(TollEvent::getChargingPoint, Types.STRING)
            .process(new SequenceFunction(), StreamTypes.TOLL_EVENT)
            .uid("toll-sequence")
            .name("Sequence of each charging point");
    DataStream<ControlEvent> broken =
        drafts
            .keyBy(TollDraft::vehicle, Types.STRING)
            .process(
                new ControlFunction(controls.bans(), controls.settings()),
                StreamTypes.CONTROL_EVENT)
            .uid("truck-control")
            .name("Bans that trucks broke");
    return new TollStreams(events, broken, owed.getSideOutput(TollOperator.REFUSED));
  }

  /** Charging points with several cameras. */
  private static Set<String> shared(CameraCatalogue cameras) {
    return cameras.all().stream()
        .map(Camera::chargingPoint)
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(point -> point, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(point -> point.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
