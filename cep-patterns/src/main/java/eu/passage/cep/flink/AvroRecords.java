package eu.passage.cep.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Whole records as bytes, in Avro's single-object encoding: each names its schema, so that records
 * of an older build are read as long as their schema is known. Not thread-safe.
 */
abstract class AvroRecords<T extends SpecificRecordBase> {

  private final String what;
  private final Set<String> schemas;
  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  /**
   * @param any one of them, which is not kept
   */
  AvroRecords(T any) {
    Schema schema = any.getSchema();
    what = schema.getName();
    schemas = new TreeSet<>(Set.of(schema.toString()));
    encoder = new BinaryMessageEncoder<>(any.getSpecificData(), schema);
    decoder = new BinaryMessageDecoder<>(any.getSpecificData(), schema);
  }

  /** The schemas that records may have been written with: today's and all that were learned. */
  List<String> schemas() {
    return List.copyOf(schemas);
  }

  /** From here on records written with this schema can be read. */
  void learn(String schema) {
    if (schemas.add(schema)) {
      decoder.addSchema(new Schema.Parser().parse(schema));
    }
  }

  byte[] write(T record) {
    try {
      ByteBuffer buffer = encoder.encode(record);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("a " + what + " cannot be written", e);
    }
  }

  T read(byte[] record) {
    try {
      return decoder.decode(ByteBuffer.wrap(record));
    } catch (IOException e) {
      throw new UncheckedIOException("a " + what + " cannot be read", e);
    }
  }
}
