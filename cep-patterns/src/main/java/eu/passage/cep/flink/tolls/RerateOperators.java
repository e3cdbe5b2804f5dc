package eu.passage.cep.flink.tolls;

import eu.passage.avro.TollEvent;
import eu.passage.cep.RerateStreams;
import eu.passage.cep.flink.StreamTypes;
import eu.passage.cep.toll.TollDraft;
import eu.passage.cep.toll.rerate.RerateLine;
import eu.passage.cep.toll.rerate.RerateSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** How the operators of a re-rating hang together; callers use {@link eu.passage.cep.Tolls}. */
public final class RerateOperators {

  private RerateOperators() {}

  /** Stored events to their corrections. */
  public static RerateStreams wire(DataStream<TollEvent> events, RerateSettings settings) {
    SingleOutputStreamOperator<TollEvent> corrections =
        events
            .keyBy(TollDraft::vehicle, Types.STRING)
            .process(new RerateFunction(settings), StreamTypes.TOLL_EVENT)
            .uid("rerate")
            .name("What each vehicle owes by these tariffs");
    DataStream<RerateLine> lines =
        corrections
            .getSideOutput(RerateFunction.LINES)
            .keyBy(RerateLine::key, Types.STRING)
            .reduce(RerateLine::plus)
            .returns(TypeInformation.of(RerateLine.class))
            .uid("rerate-lines")
            .name("Sums by day and tariffs");
    return new RerateStreams(corrections, lines);
  }
}
