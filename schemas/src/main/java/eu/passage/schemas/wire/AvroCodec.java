package eu.passage.schemas.wire;

import eu.passage.schemas.wire.WireException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records of one subject to the bytes of a Kafka value and back.
 *
 * <pre>{@code
 * SchemaRegistryClient registry = new SchemaRegistryClient(URI.create("http://localhost:8081"));
 * AvroCodec<Alert> alerts = new AvroCodec<>(Alert.class, Topic.ALERTS.subject(), registry);
 * byte[] value = alerts.encode(alert);
 * Alert same = alerts.decode(value);
 * }</pre>
 *
 * <p>A record written with another version of its schema is resolved to this build's version. Each
 * schema is asked for once and kept. A tombstone (null value) is the caller's affair. Safe for use
 * by many threads: what is shared is immutable or concurrent, and each call has buffers of its own.
 *
 * @param <T> the generated class of the records
 */
public final class AvroCodec<T extends SpecificRecord> {

  private static final int INITIAL_BYTES = 512;
  private static final int UNREGISTERED = -1;

  private final String subject;
  private final SchemaRegistryClient registry;
  private final SpecificData model;
  private final Schema schema;
  private final Schema published;
  private final DatumWriter<T> writer;
  private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
  private volatile int publishedId = UNREGISTERED;

  /** Asks the registry nothing yet: the first record does. */
  public AvroCodec(Class<T> recordClass, String subject, SchemaRegistryClient registry) {
    this.subject = subject;
    this.registry = registry;
    this.model = SpecificData.getForClass(recordClass);
    this.schema = model.getSchema(recordClass);
    this.published = PortableSchema.of(schema);
    this.writer = new SpecificDatumWriter<>(schema, model);
  }

  /**
   * A record in the wire format. The first call finds the schema's id: by look-up, so that a writer
   * needs no right to register where an operator registered the schemas, else by registering it.
   *
   * @throws WireException REGISTRY_UNREACHABLE (try again), REGISTRY_REFUSED or INCOMPATIBLE_SCHEMA
   *     (the registry does not let this build write to the subject), MALFORMED_RECORD (a required
   *     field is not set)
   */
  public byte[] encode(T record) throws WireException {
    byte[] header = new byte[WireFormat.HEADER_BYTES];
    WireFormat.writeHeader(publishedId(), header);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BYTES);
    try {
      bytes.write(header);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new WireException(
          Reason.MALFORMED_RECORD,
          "a " + schema.getName() + " cannot be written: " + e.getMessage(),
          e);
    }
    return bytes.toByteArray();
  }

  /**
   * The record that some bytes in the wire format hold. No length in them is believed: a hostile
   * record costs no more memory than a few times its own size.
   *
   * @throws WireException with the reason; see {@link WireException#isFaultOfRecord()}
   */
  public T decode(byte[] message) throws WireException {
    int schemaId = WireFormat.readSchemaId(message);
    DatumReader<T> reader = readerFor(schemaId);
    BoundedDecoder decoder = new BoundedDecoder(message, WireFormat.HEADER_BYTES);
    T record;
    try {
      record = reader.read(null, decoder);
    } catch (IOException | RuntimeException e) {
      // Avro reports a symbol, a branch or a decimal out of range by various runtime exceptions
      throw new WireException(
          Reason.MALFORMED_RECORD,
          String.format("not a %s of schema %d: %s", schema.getName(), schemaId, e.getMessage()),
          e);
    }
    if (decoder.remaining() > 0) {
      throw new WireException(
          Reason.MALFORMED_RECORD,
          String.format(
              "not a %s of schema %d: %d bytes too many",
              schema.getName(), schemaId, decoder.remaining()));
    }
    return record;
  }

  private DatumReader<T> readerFor(int schemaId) throws WireException {
    DatumReader<T> known = readers.get(schemaId);
    if (known != null) {
      return known;
    }
    DatumReader<T> resolved = resolve(schemaId);
    readers.put(schemaId, resolved);
    return resolved;
  }

  private DatumReader<T> resolve(int schemaId) throws WireException {
    Schema written;
    try {
      written = registry.byId(schemaId);
    } catch (RegistryException e) {
      if (e.isNotFound()) {
        throw new WireException(
            Reason.UNKNOWN_SCHEMA_ID, "the registry knows no schema " + schemaId, e);
      }
      throw registryFailure(e);
    }
    SchemaCompatibility.SchemaPairCompatibility verdict =
        SchemaCompatibility.checkReaderWriterCompatibility(schema, written);
    if (verdict.getType() != SchemaCompatibilityType.COMPATIBLE) {
      throw new WireException(
          Reason.INCOMPATIBLE_SCHEMA,
          String.format(
              "schema %d (%s) cannot be read as %s: %s",
              schemaId,
              written.getFullName(),
              schema.getFullName(),
              verdict.getResult().getIncompatibilities()));
    }
    return new SpecificDatumReader<>(written, schema, model);
  }

  private int publishedId() throws WireException {
    if (publishedId == UNREGISTERED) {
      try {
        Optional<RegisteredSchema> existing = registry.lookup(subject, published);
        publishedId =
            existing.isPresent() ? existing.get().id() : registry.register(subject, published);
      } catch (RegistryException e) {
        if (e.isIncompatible()) {
          throw new WireException(
              Reason.INCOMPATIBLE_SCHEMA, "this build may not write to " + subject, e);
        }
        throw registryFailure(e);
      }
    }
    return publishedId;
  }

  private static WireException registryFailure(RegistryException e) {
    Reason reason = e.isRetryable() ? Reason.REGISTRY_UNREACHABLE : Reason.REGISTRY_REFUSED;
    return new WireException(reason, String.valueOf(e.getMessage()), e);
  }
}
