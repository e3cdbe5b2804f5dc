package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.TRUNCATED_IMAGE;

/** A position in an encoded picture; to step past its end is to find it cut off. */
final class ByteWalk {

  private final byte[] bytes;
  private final String format;
  private int at;

  ByteWalk(byte[] bytes, String format, int start) {
    this.bytes = bytes;
    this.format = format;
    this.at = start;
  }

  int position() {
    return at;
  }

  int next() throws ImageRefusedException {
    require(1);
    return bytes[at++] & 0xFF;
  }

  int next16() throws ImageRefusedException {
    return next() << 8 | next();
  }

  /** An unsigned number of 32 bits. */
  long next32() throws ImageRefusedException {
    return (long) next16() << 16 | next16();
  }

  void skip(long count) throws ImageRefusedException {
    require(count);
    at += (int) count;
  }

  private void require(long count) throws ImageRefusedException {
    if (bytes.length - at < count) {
      throw new ImageRefusedException(
          TRUNCATED_IMAGE,
          "the %s ends after %,d bytes without its end marker; send it whole"
              .formatted(format, bytes.length));
    }
  }
}
