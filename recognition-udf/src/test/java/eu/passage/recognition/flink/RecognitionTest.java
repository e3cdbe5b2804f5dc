package eu.passage.recognition.flink;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Frame;
import eu.passage.recognition.Samples;
import java.awt.Color;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class RecognitionTest {

  @Test
  void theOperatorHasAUidANameAndTypesWithoutKryo() {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    TypeInformation<Frame> frameType = new AvroTypeInfo<>(Frame.class);
    DataStream<Frame> frames =
        environment.fromData(frameType, Samples.frame("a", Samples.jpeg(64, 48, Color.WHITE)));
    RecognitionStreams streams = Recognition.recognise(frames, Samples.settings());
    streams.observations().print();
    streams.deadLetters().print();
    StreamNode node =
        environment.getStreamGraph().getStreamNodes().stream()
            .filter(n -> Recognition.UID.equals(n.getTransformationUID()))
            .findFirst()
            .orElseThrow();
    assertThat(node.getOperatorName()).isEqualTo("Recognise vehicles and plates");
    assertThat(node.getTypeSerializerOut().getClass().getSimpleName()).contains("Avro");
  }
}
