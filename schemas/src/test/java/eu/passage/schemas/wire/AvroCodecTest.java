package eu.passage.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.passage.avro.CameraReading;
import eu.passage.avro.Direction;
import eu.passage.avro.Frame;
import eu.passage.avro.Image;
import eu.passage.avro.RuleSource;
import eu.passage.schemas.Topic;
import eu.passage.schemas.registry.RegistryServer;
import eu.passage.schemas.wire.WireException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroCodecTest {

  private RegistryServer server;
  private SchemaRegistryClient registry;
  private AvroCodec<Frame> frames;

  @BeforeEach
  void start() {
    server = RegistryServer.start();
    registry = new SchemaRegistryClient(server.address());
    frames = new AvroCodec<>(Frame.class, Topic.FRAMES.subject(), registry);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRecordComesBackAsItWent() throws Exception {
    Frame frame = frame();

    assertThat(frames.decode(frames.encode(frame))).isEqualTo(frame);
  }

  @Test
  void theBytesAreWhatAnyConfluentConsumerExpects() throws Exception {
    byte[] message = frames.encode(frame());

    ByteBuffer header = ByteBuffer.wrap(message);
    assertThat(header.get()).isZero();
    Schema schema = registry.byId(header.getInt());
    GenericRecord generic =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(message, 5, message.length - 5, null));
    assertThat(generic.get("cameraId")).hasToString("EST-1");
    assertThat(generic.get("capturedAt")).isEqualTo(1_790_000_000_123L);
    assertThat(schema.toString()).doesNotContain("avro.java");
  }

  @Test
  void aWriterRegistersItsSchemaOnceUnderItsSubject() throws Exception {
    frames.encode(frame());
    frames.encode(frame());

    assertThat(registry.versions(Topic.FRAMES.subject())).containsExactly(1);
  }

  @Test
  void aRecordOfAnOlderSchemaGetsTheDefaultsOfOurs() throws Exception {
    Schema older = without(Topic.FRAMES.schema(), "camera");

    byte[] message = message(registry.register("frames-value", older), older, frame());

    Frame expected = Frame.newBuilder(frame()).setCamera(null).build();
    assertThat(frames.decode(message)).isEqualTo(expected);
  }

  @Test
  void aRecordOfANewerSchemaLosesWhatWeDoNotKnow() throws Exception {
    Schema newer = with(Topic.FRAMES.schema(), "weather");

    byte[] message = message(registry.register("frames-value", newer), newer, frame());

    assertThat(frames.decode(message)).isEqualTo(frame());
  }

  @Test
  void aSymbolThatWeDoNotKnowBecomesTheEnumsDefault() throws Exception {
    String text = PortableSchema.of(Topic.FRAMES.schema()).toString();
    Schema newer =
        new Schema.Parser().parse(text.replace("\"APPROACHING\"", "\"APPROACHING\",\"PARKED\""));
    GenericRecord generic = generic(newer, frame());
    GenericRecord camera = (GenericRecord) generic.get("camera");
    camera.put(
        "direction",
        new GenericData.EnumSymbol(camera.getSchema().getField("direction").schema(), "PARKED"));

    Frame read = frames.decode(message(registry.register("frames-value", newer), newer, generic));

    assertThat(read.getCamera().getDirection()).isEqualTo(Direction.UNKNOWN);
  }

  @Test
  void emptyShortAndForeignBytesAreNotInTheWireFormat() {
    assertReason(new byte[0], Reason.NOT_WIRE_FORMAT);
    assertReason(new byte[] {0, 0, 0, 1}, Reason.NOT_WIRE_FORMAT);
    assertReason("{\"json\":true}".getBytes(StandardCharsets.UTF_8), Reason.NOT_WIRE_FORMAT);
  }

  @Test
  void anIdThatTheRegistryDoesNotKnowIsTheRecordsFault() throws Exception {
    byte[] message = frames.encode(frame());
    message[1] = 0x7f;

    WireException refused = refused(message);

    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(refused.isFaultOfRecord()).isTrue();
  }

  @Test
  void aRecordOfAnotherTopicIsIncompatible() throws Exception {
    AvroCodec<RuleSource> rules = new AvroCodec<>(RuleSource.class, "rules-value", registry);
    byte[] rule = rules.encode(new RuleSource("r", 1, "rule: r", "a", Instant.EPOCH));

    assertReason(rule, Reason.INCOMPATIBLE_SCHEMA);
  }

  @Test
  void aRecordCutOffAnywhereIsMalformed() throws Exception {
    byte[] message = frames.encode(frame());

    for (int length = WireFormat.HEADER_BYTES; length < message.length; length++) {
      assertReason(Arrays.copyOf(message, length), Reason.MALFORMED_RECORD);
    }
  }

  @Test
  void bytesAfterARecordAreMalformed() throws Exception {
    byte[] message = frames.encode(frame());

    assertReason(Arrays.copyOf(message, message.length + 1), Reason.MALFORMED_RECORD);
  }

  @Test
  void aLengthOfTwoGigabytesAllocatesNothing() throws Exception {
    byte[] header = Arrays.copyOf(frames.encode(frame()), WireFormat.HEADER_BYTES);
    ByteArrayOutputStream hostile = new ByteArrayOutputStream();
    hostile.write(header);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(hostile, null);
    encoder.writeLong(Integer.MAX_VALUE - 8L);
    encoder.flush();

    WireException refused = refused(hostile.toByteArray());

    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_RECORD);
    assertThat(refused).hasRootCauseMessage("2147483639 bytes announced, 0 left");
  }

  @Test
  void damagedBytesAreRefusedOrReadButNeverBreakTheReader() throws Exception {
    byte[] sound = frames.encode(frame());
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = sound.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = WireFormat.HEADER_BYTES + random.nextInt(sound.length - WireFormat.HEADER_BYTES);
        damaged[at] = (byte) random.nextInt();
      }
      try {
        frames.decode(damaged);
      } catch (WireException e) {
        assertThat(e.reason()).isEqualTo(Reason.MALFORMED_RECORD);
        refused++;
      }
    }
    assertThat(refused).isBetween(5_000, 19_999);
  }

  @Test
  void aRegistryThatIsGoneIsNotTheRecordsFaultAndMattersOnlyForUnseenSchemas() throws Exception {
    byte[] message = frames.encode(frame());
    frames.decode(message);
    AvroCodec<Frame> fresh = new AvroCodec<>(Frame.class, Topic.FRAMES.subject(), registry);
    server.close();

    assertThat(frames.decode(message)).isEqualTo(frame());
    assertThat(frames.encode(frame())).isEqualTo(message);
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> fresh.decode(message))
        .matches(e -> e.reason() == Reason.REGISTRY_UNREACHABLE)
        .matches(e -> !e.isFaultOfRecord());
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> fresh.encode(frame()))
        .matches(e -> e.reason() == Reason.REGISTRY_UNREACHABLE);
  }

  @Test
  void aSubjectThatForbidsOurSchemaSaysSoToTheWriter() throws Exception {
    Schema other = RuleSource.getClassSchema();
    registry.register(Topic.FRAMES.subject(), other);

    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> frames.encode(frame()))
        .matches(e -> e.reason() == Reason.INCOMPATIBLE_SCHEMA)
        .withMessageContaining("frames-value");
  }

  @Test
  void aRecordWithoutARequiredFieldIsNotWritten() {
    Frame empty = new Frame();

    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> frames.encode(empty))
        .matches(e -> e.reason() == Reason.MALFORMED_RECORD);
  }

  @Test
  void oneCodecServesManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        Frame frame = Frame.newBuilder(frame()).setFrameId("frame-" + i).build();
        results.add(threads.submit(() -> frames.decode(frames.encode(frame)).equals(frame)));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void assertReason(byte[] message, Reason reason) {
    assertThat(refused(message).reason()).isEqualTo(reason);
  }

  private WireException refused(byte[] message) {
    return catchThrowableOfType(WireException.class, () -> frames.decode(message));
  }

  private static Frame frame() {
    return Frame.newBuilder()
        .setFrameId("frame-1")
        .setCameraId("EST-1")
        .setCapturedAt(Instant.ofEpochMilli(1_790_000_000_123L))
        .setReceivedAt(Instant.ofEpochMilli(1_790_000_000_456L))
        .setSource("simulator")
        .setImage(
            Image.newBuilder()
                .setSha256("00")
                .setContentType("image/jpeg")
                .setBytes(ByteBuffer.wrap(new byte[] {1, 2, 3}))
                .build())
        .setCamera(
            CameraReading.newBuilder()
                .setPlate("1ABC234")
                .setConfidence(0.5f)
                .setDirection(Direction.APPROACHING)
                .build())
        .build();
  }

  private static byte[] message(int id, Schema schema, Frame frame) throws Exception {
    return message(id, schema, generic(schema, frame));
  }

  private static byte[] message(int id, Schema schema, GenericRecord record) throws Exception {
    byte[] header = new byte[WireFormat.HEADER_BYTES];
    WireFormat.writeHeader(id, header);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(header);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** The frame as a record of another version of its schema. */
  private static GenericRecord generic(Schema schema, Frame frame) throws Exception {
    ByteBuffer binary = frame.toByteBuffer();
    byte[] bytes = new byte[binary.remaining() - 10];
    binary.position(10).get(bytes);
    return new GenericDatumReader<GenericRecord>(Frame.getClassSchema(), schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private static Schema without(Schema schema, String field) {
    List<Schema.Field> fields =
        schema.getFields().stream()
            .filter(f -> !f.name().equals(field))
            .map(f -> new Schema.Field(f, f.schema()))
            .toList();
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private static Schema with(Schema schema, String field) {
    List<Schema.Field> fields = new ArrayList<>();
    schema.getFields().forEach(f -> fields.add(new Schema.Field(f, f.schema())));
    fields.add(new Schema.Field(field, Schema.create(Schema.Type.STRING), "new", "dry"));
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }
}
