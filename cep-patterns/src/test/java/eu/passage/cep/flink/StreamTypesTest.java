package eu.passage.cep.flink;

import static eu.passage.cep.Samples.entry;
import static eu.passage.cep.Samples.observation;
import static eu.passage.cep.Samples.passage;
import static eu.passage.cep.Samples.plate;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.cep.Samples;
import eu.passage.cep.alerts.AlertWriter;
import eu.passage.cep.fusion.FusionSettings;
import eu.passage.cep.fusion.Refusals;
import eu.passage.cep.fusion.Track;
import eu.passage.cep.patterns.NightDash;
import eu.passage.cep.rules.RuleHit;
import eu.passage.cep.toll.TollAssessment;
import eu.passage.cep.toll.TollSettings;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamTypesTest {

  private static final Passage TRUCK =
      Samples.truck("2026-03-10T02:10", "1ABC234", "FR>BE", "EST-1");

  static Stream<Arguments> records() {
    Alert alert =
        AlertWriter.of(
            new RuleHit(
                new NightDash(),
                List.of(TRUCK, passage("2026-03-10T02:50", "1ABC234", "BE>FR", "EST-2")),
                TRUCK.getAt()));
    var seen = observation("EST-1", 0, plate("1ABC234", 0.9));
    return Stream.of(
        Arguments.of(StreamTypes.OBSERVATION, seen),
        Arguments.of(StreamTypes.PASSAGE, TRUCK),
        Arguments.of(
            StreamTypes.WATCH_ENTRY, entry("W", "1ABC234", "2026-03-10T02:10", "2026-04-10T02:10")),
        Arguments.of(StreamTypes.ALERT, alert),
        Arguments.of(
            StreamTypes.TOLL_EVENT,
            new TollAssessment(Samples.CAMERAS, TollSettings.defaults())
                .assess(TRUCK)
                .orElseThrow()),
        Arguments.of(StreamTypes.DEAD_LETTER, Refusals.unknownCamera(seen)));
  }

  @ParameterizedTest
  @MethodSource("records")
  <T> void everyStreamTypeSerialisesWithoutKryoAndComesBackEqual(TypeInformation<T> type, T record)
      throws Exception {
    assertThat(roundTrip(type, record)).isEqualTo(record);
    assertThat(serializer(type).copy(record)).isEqualTo(record);
  }

  @Test
  void theStateOfFusionSerialisesWithoutKryoAndComesBackEqual() throws Exception {
    Track track =
        Track.startedBy(observation("EST-1", 0, plate("1ABC234", 0.9)), 0, FusionSettings.DEFAULT);
    track.add(observation("EST-1", 300, plate("1ABC234", 0.9)), 0, FusionSettings.DEFAULT);

    assertThat(roundTrip(StreamTypes.TRACK, track)).usingRecursiveComparison().isEqualTo(track);
  }

  /** With generic types disabled, asking for a serializer fails wherever Kryo would be needed. */
  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    TypeSerializer<T> serializer = type.createSerializer(config);
    assertThat(serializer.getClass().getSimpleName()).doesNotContain("Kryo");
    return serializer;
  }

  private static <T> T roundTrip(TypeInformation<T> type, T record) throws Exception {
    DataOutputSerializer out = new DataOutputSerializer(256);
    serializer(type).serialize(record, out);
    return serializer(type).deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
  }
}
