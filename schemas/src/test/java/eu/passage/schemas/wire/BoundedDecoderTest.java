package eu.passage.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

class BoundedDecoderTest {

  /** Every type that Avro has. */
  private static final Schema ALL =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "All", "fields": [
                {"name": "nothing", "type": "null"},
                {"name": "flag", "type": "boolean"},
                {"name": "small", "type": "int"},
                {"name": "large", "type": "long"},
                {"name": "single", "type": "float"},
                {"name": "twofold", "type": "double"},
                {"name": "text", "type": "string"},
                {"name": "raw", "type": "bytes"},
                {"name": "six", "type": {"type": "fixed", "name": "Six", "size": 6}},
                {"name": "one", "type": {"type": "enum", "name": "One", "symbols": ["A", "B"]}},
                {"name": "either", "type": ["null", "string", "double"]},
                {"name": "texts", "type": {"type": "array", "items": "string"}},
                {"name": "named", "type": {"type": "map", "values": "long"}},
                {"name": "last", "type": "int"}]}
              """);

  private static final Schema LAST =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "All", "fields": [{"name": "last", "type": "int"}]}
              """);

  @Property(tries = 300)
  void everyTypeIsReadAsAvrosOwnDecoderReadsIt(@ForAll long seed, @ForAll boolean blocked)
      throws IOException {
    byte[] bytes = randomRecord(seed, blocked);
    BoundedDecoder decoder = new BoundedDecoder(bytes, 0);

    Object read = new GenericDatumReader<>(ALL).read(null, decoder);

    assertThat(read).isEqualTo(avros(ALL, bytes));
    assertThat(decoder.remaining()).isZero();
  }

  @Property(tries = 300)
  void everyTypeIsSkippedAsAvrosOwnDecoderSkipsIt(@ForAll long seed, @ForAll boolean blocked)
      throws IOException {
    byte[] bytes = randomRecord(seed, blocked);
    BoundedDecoder decoder = new BoundedDecoder(bytes, 0);

    Object read = new GenericDatumReader<>(ALL, LAST).read(null, decoder);

    assertThat(read).isEqualTo(avros(LAST, bytes));
    assertThat(decoder.remaining()).isZero();
  }

  @Test
  void noLengthAndNoCountIsBelievedBeyondTheBytesThatAreLeft() throws IOException {
    for (long claim : new long[] {5, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      byte[] bytes = longs(claim, 0, 0);

      assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(bytes).readString());
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(bytes).readBytes(null));
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(bytes).skipString());
    }
    for (long claim : new long[] {5, Integer.MAX_VALUE, Long.MAX_VALUE, -5, Long.MIN_VALUE}) {
      byte[] bytes = longs(claim, 0, 0);

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> decoder(bytes).readArrayStart());
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(bytes).skipMap());
    }
  }

  @Test
  void aNumberWithoutEndIsRefused() {
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0xff);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(endless).readInt());
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(endless).readLong());
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> decoder(endless).readBoolean());
  }

  private static byte[] randomRecord(long seed, boolean blocked) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EncoderFactory factory = new EncoderFactory().configureBlockSize(64);
    BinaryEncoder encoder =
        blocked
            ? factory.blockingBinaryEncoder(bytes, null)
            : factory.directBinaryEncoder(bytes, null);
    new GenericDatumWriter<>(ALL).write(new RandomData(ALL, 1, seed).iterator().next(), encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static Object avros(Schema reader, byte[] bytes) throws IOException {
    return new GenericDatumReader<>(ALL, reader)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private static byte[] longs(long... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    for (long value : values) {
      encoder.writeLong(value);
    }
    encoder.flush();
    return bytes.toByteArray();
  }

  private static BoundedDecoder decoder(byte[] bytes) {
    return new BoundedDecoder(bytes, 0);
  }
}
