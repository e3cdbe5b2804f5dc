package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;

import java.util.Arrays;

/** Walks the chunks of a PNG (ISO/IEC 15948) from IHDR to IEND. */
final class PngWalk {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final long IHDR = 0x49484452L;
  private static final long IEND = 0x49454E44L;
  private static final int IHDR_LENGTH = 13;
  private static final int CRC_LENGTH = 4;

  private PngWalk() {}

  static boolean startsLikePng(byte[] encoded) {
    return encoded.length >= SIGNATURE.length
        && Arrays.equals(encoded, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static ImageHeader walk(byte[] encoded) throws ImageRefusedException {
    ByteWalk walk = new ByteWalk(encoded, "PNG", SIGNATURE.length);
    long length = walk.next32();
    long type = walk.next32();
    if (type != IHDR || length != IHDR_LENGTH) {
      throw new ImageRefusedException(
          UNREADABLE_IMAGE, "the PNG is damaged: it does not begin with an IHDR chunk of 13 bytes");
    }
    ImageHeader header = new ImageHeader(clamp(walk.next32()), clamp(walk.next32()));
    walk.skip(IHDR_LENGTH - 8 + CRC_LENGTH);
    while (type != IEND) {
      length = walk.next32();
      type = walk.next32();
      walk.skip(length + CRC_LENGTH);
    }
    return header;
  }

  private static int clamp(long size) {
    return (int) Math.min(size, Integer.MAX_VALUE);
  }
}
