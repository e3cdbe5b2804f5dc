package eu.passage.cep.flink;

import eu.passage.avro.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;

/**
 * Whole passages as bytes, in Avro's single-object encoding: each names its schema, so that records
 * of an older build are read as long as their schema is known. Not thread-safe.
 */
final class PassageRecords {

  private static final SpecificData MODEL = new Passage().getSpecificData();

  private final Set<String> schemas = new TreeSet<>(Set.of(Passage.getClassSchema().toString()));
  private final BinaryMessageEncoder<Passage> encoder =
      new BinaryMessageEncoder<>(MODEL, Passage.getClassSchema());
  private final BinaryMessageDecoder<Passage> decoder =
      new BinaryMessageDecoder<>(MODEL, Passage.getClassSchema());

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

  byte[] write(Passage passage) {
    try {
      ByteBuffer buffer = encoder.encode(passage);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("a passage cannot be written", e);
    }
  }

  Passage read(byte[] record) {
    try {
      return decoder.decode(ByteBuffer.wrap(record));
    } catch (IOException e) {
      throw new UncheckedIOException("a passage cannot be read", e);
    }
  }
}
