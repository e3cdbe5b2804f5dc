package eu.passage.cep.flink;

import static eu.passage.cep.Samples.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Alert;
import eu.passage.avro.Passage;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.PassageFacts;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** Whole passages as bytes, also those that an older build wrote. */
class PassageRecordsTest {

  private static final Schema TODAY = Passage.getClassSchema();
  private static final Schema OLDER = without("attributes");
  private static final Passage PASSAGE = passage("2026-03-10T02:10", "1ABC234", "FR>BE", "EST-1");

  /** Today's schema before a field came to it. */
  private static Schema without(String field) {
    List<Schema.Field> fields =
        TODAY.getFields().stream()
            .filter(f -> !f.name().equals(field))
            .map(f -> new Schema.Field(f, f.schema()))
            .toList();
    return Schema.createRecord(
        TODAY.getName(), TODAY.getDoc(), TODAY.getNamespace(), false, fields);
  }

  private static byte[] writtenByAnOlderBuild(Passage passage) throws Exception {
    GenericData data = new GenericData();
    SpecificData specific = passage.getSpecificData();
    specific.getConversions().forEach(data::addLogicalTypeConversion);
    GenericRecord old = new GenericData.Record(OLDER);
    for (Schema.Field field : OLDER.getFields()) {
      old.put(field.name(), passage.get(TODAY.getField(field.name()).pos()));
    }
    ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(specific, OLDER).encode(old);
    byte[] written = new byte[bytes.remaining()];
    bytes.get(written);
    return written;
  }

  @Test
  void aPassageComesBackAsItWas() {
    PassageRecords records = new PassageRecords();

    assertThat(records.read(records.write(PASSAGE))).isEqualTo(PASSAGE);
    assertThat(records.schemas()).containsExactly(TODAY.toString());
  }

  @Test
  void aRecordOfAnOlderSchemaIsReadOnceTheSchemaIsKnown() throws Exception {
    byte[] old = writtenByAnOlderBuild(PASSAGE);
    PassageRecords records = new PassageRecords();
    assertThatThrownBy(() -> records.read(old)).isInstanceOf(MissingSchemaException.class);

    records.learn(OLDER.toString());

    assertThat(records.read(old)).isEqualTo(PASSAGE);
    assertThat(records.schemas()).contains(OLDER.toString(), TODAY.toString());
  }

  @Test
  void recordsOfAnOlderBuildAreReadAfterARestart() throws Exception {
    PassageFacts facts = PassageFacts.of(PASSAGE);
    try (DetectionHarness detection = new DetectionHarness(Samples.SETTINGS)) {
      detection
          .knowing(PASSAGE, OLDER.toString())
          .input(
              new DetectionInput.OfPassage(facts.vehicle(), facts, writtenByAnOlderBuild(PASSAGE)))
          .restart(2)
          .pass(passage("2026-03-10T02:50", "1ABC234", "BE>FR", "EST-2"));

      assertThat(detection.alerts())
          .singleElement()
          .returns("night-dash", Alert::getRuleId)
          .satisfies(
              alert ->
                  assertThat(alert.getPassages().get(0).getEvidence())
                      .isEqualTo(PASSAGE.getEvidence()));
    }
  }
}
