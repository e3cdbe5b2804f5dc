package eu.passage.schemas.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro binary from an array and never believes a length: a string, a byte sequence or a block
 * of items that claims more than the bytes that are left is refused before anything is allocated.
 * Avro's own decoder allocates first, so that ten hostile bytes can ask it for two gigabytes.
 */
final class BoundedDecoder extends Decoder {

  private static final int INT_BITS = 32;
  private static final int LONG_BITS = 64;

  private final byte[] bytes;
  private int position;

  BoundedDecoder(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  int remaining() {
    return bytes.length - position;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    int value = readByte();
    if (value > 1) {
      throw new IOException("a boolean is 0 or 1, not " + value);
    }
    return value == 1;
  }

  @Override
  public int readInt() throws IOException {
    int raw = (int) readVarint(INT_BITS);
    return raw >>> 1 ^ -(raw & 1);
  }

  @Override
  public long readLong() throws IOException {
    long raw = readVarint(LONG_BITS);
    return raw >>> 1 ^ -(raw & 1);
  }

  @Override
  public float readFloat() throws IOException {
    return Float.intBitsToFloat((int) readLittleEndian(Float.BYTES));
  }

  @Override
  public double readDouble() throws IOException {
    return Double.longBitsToDouble(readLittleEndian(Double.BYTES));
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public String readString() throws IOException {
    int length = readLength();
    return new String(bytes, take(length), length, StandardCharsets.UTF_8);
  }

  @Override
  public void skipString() throws IOException {
    take(readLength());
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    byte[] copy = new byte[readLength()];
    readFixed(copy, 0, copy.length);
    return ByteBuffer.wrap(copy);
  }

  @Override
  public void skipBytes() throws IOException {
    take(readLength());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    System.arraycopy(bytes, take(length), target, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return readBlockCount();
  }

  @Override
  public long arrayNext() throws IOException {
    return readBlockCount();
  }

  @Override
  public long skipArray() throws IOException {
    return readBlockCount();
  }

  @Override
  public long readMapStart() throws IOException {
    return readBlockCount();
  }

  @Override
  public long mapNext() throws IOException {
    return readBlockCount();
  }

  @Override
  public long skipMap() throws IOException {
    return readBlockCount();
  }

  /** A negative count is followed by the block's size in bytes, which only a skipper could use. */
  private long readBlockCount() throws IOException {
    long count = readLong();
    if (count < 0) {
      readLength();
      count = -count;
    }
    // No record of ours has items of zero bytes, so each item takes at least one.
    if (count < 0 || count > remaining()) {
      throw new EOFException(count + " items in " + remaining() + " bytes");
    }
    return count;
  }

  private int readLength() throws IOException {
    long length = readLong();
    if (length < 0 || length > remaining()) {
      throw new EOFException(length + " bytes announced, " + remaining() + " left");
    }
    return (int) length;
  }

  private long readVarint(int bits) throws IOException {
    long value = 0;
    for (int shift = 0; shift < bits; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("a number of more than " + bits + " bits");
  }

  private long readLittleEndian(int length) throws IOException {
    int start = take(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) (bytes[start + i] & 0xff) << (8 * i);
    }
    return value;
  }

  private int readByte() throws IOException {
    return bytes[take(1)] & 0xff;
  }

  /** Moves on by some bytes and returns where they start. */
  private int take(int length) throws IOException {
    if (length < 0 || length > remaining()) {
      throw new EOFException(length + " bytes needed, " + remaining() + " left");
    }
    int start = position;
    position += length;
    return start;
  }
}
