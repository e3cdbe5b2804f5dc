package eu.passage.jobs.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Passage;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageFilesTest {

  private static final CameraCatalogue CAMERAS = ConfigFile.defaults().catalogue();
  private static final int RECORDS = 5_000;

  @TempDir private Path folder;

  @Test
  void howeverAnAvroFileIsCutEveryPassageComesOnce() throws Exception {
    Path file = folder.resolve("passages.avro");
    List<PassageFacts> written = write(file);
    List<FileRange> ranges = FileRange.of(List.of(file), 2);
    ReadLedger ledger =
        new ReadLedger(
            List.of("passages.avro"),
            ranges.stream().map(FileRange::file).toList(),
            ranges.stream().mapToLong(FileRange::length).sum());
    List<PassageFacts> read = new ArrayList<>();

    try (Handover<ReadLedger> handover = new Handover<>(ledger)) {
      ReadAvro reader = new ReadAvro(List.of(file.toString()), ranges, CAMERAS, handover);
      for (int part = ranges.size() - 1; part >= 0; part--) {
        reader.flatMap((long) part, new ListCollector<>(read));
      }
    }

    assertThat(ranges).hasSizeGreaterThan(3);
    assertThat(read).containsExactlyInAnyOrderElementsOf(written);
    assertThat(ledger.share()).isEqualTo(1);
    assertThat(ledger.summary().refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.reason()).isEqualTo(Refusal.CAMERA);
              assertThat(refused.place()).isEqualTo("passages.avro:" + RECORDS);
              assertThat(refused.text()).contains("EST-9");
            });
  }

  @Test
  void aFileOfOtherRecordsIsRefusedBeforeAnythingRuns() throws IOException {
    Schema other = SchemaBuilder.record("Other").fields().requiredInt("number").endRecord();
    Path file = folder.resolve("other.avro");
    try (var writer = new DataFileWriter<>(new GenericDatumWriter<GenericData.Record>(other))) {
      writer.create(other, new File(file.toString()));
    }

    assertThatThrownBy(() -> new PassageFiles(List.of(file), CAMERAS, 2))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("holds records of Other that are no passages");
  }

  @Test
  void aFileThatAnOlderBuildWroteIsReadWithTheDefaultsOfWhatItLacks() throws Exception {
    Schema older = without(Passage.getClassSchema(), "attributes", "make");
    Path file = folder.resolve("older.avro");
    Passage passage = SamplePassages.passage(1, "EST-1");
    try (var writer = new DataFileWriter<>(new GenericDatumWriter<GenericData.Record>(older))) {
      writer.create(older, new File(file.toString()));
      writer.append(as(older, passage));
    }
    List<PassageFacts> read = new ArrayList<>();

    try (PassageFiles files = new PassageFiles(List.of(file), CAMERAS, 1);
        Handover<ReadLedger> handover = new Handover<>(files.ledger())) {
      new ReadAvro(List.of(file.toString()), FileRange.of(List.of(file), 1), CAMERAS, handover)
          .flatMap(0L, new ListCollector<>(read));
    }

    assertThat(read).containsExactly(PassageFacts.of(passage));
  }

  /** The schema as it was before it had some fields. */
  private static Schema without(Schema schema, String... fields) {
    List<Schema.Field> kept =
        schema.getFields().stream()
            .filter(field -> !List.of(fields).contains(field.name()))
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
  }

  private static GenericData.Record as(Schema older, Passage passage) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<>(Passage.class).write(passage, encoder);
    encoder.flush();
    return new GenericDatumReader<GenericData.Record>(Passage.getClassSchema(), older)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  @Test
  void tablesAndAvroFilesAreNotReadTogether() throws IOException {
    Path table = Files.writeString(folder.resolve("a.csv"), "at,camera,plate\n");
    Path avro = folder.resolve("b.avro");
    write(avro);

    assertThatThrownBy(() -> new PassageFiles(List.of(table, avro), CAMERAS, 2))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("cannot be read together");
  }

  /** Many passages, and one of a camera that nobody knows as the last. */
  private static List<PassageFacts> write(Path file) throws IOException {
    List<PassageFacts> written = new ArrayList<>();
    try (var writer = new DataFileWriter<Passage>(new SpecificDatumWriter<>(Passage.class))) {
      writer.create(Passage.getClassSchema(), new File(file.toString()));
      for (int i = 1; i < RECORDS; i++) {
        Passage passage = SamplePassages.passage(i, "EST-1");
        writer.append(passage);
        written.add(PassageFacts.of(passage));
      }
      writer.append(SamplePassages.passage(RECORDS, "EST-9"));
    }
    return written;
  }
}
