package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B) from SOI to the EOI that follows its scans. A
 * thumbnail's own EOI lies inside an APP segment and is stepped over with it; what a camera appends
 * after EOI is left alone.
 */
final class JpegWalk {

  private static final int SOF0 = 0xC0;
  private static final int SOF15 = 0xCF;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;
  private static final int RST0 = 0xD0;
  private static final int RST7 = 0xD7;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int TEM = 0x01;

  /** A progressive picture has about ten scans; thousands are an attack on the decoder's time. */
  private static final int MAX_SCANS = 100;

  private JpegWalk() {}

  static boolean startsLikeJpeg(byte[] encoded) {
    return encoded.length >= 3
        && (encoded[0] & 0xFF) == 0xFF
        && (encoded[1] & 0xFF) == SOI
        && (encoded[2] & 0xFF) == 0xFF;
  }

  static ImageHeader walk(byte[] encoded) throws ImageRefusedException {
    ByteWalk walk = new ByteWalk(encoded, "JPEG", 2);
    ImageHeader header = new ImageHeader(0, 0);
    int scans = 0;
    int marker = marker(walk);
    while (marker != EOI) {
      if (isFrameHeader(marker)) {
        header = frameHeader(walk);
        marker = marker(walk);
      } else if (marker == SOS) {
        if (++scans > MAX_SCANS) {
          throw damaged("it has more than %d scans".formatted(MAX_SCANS));
        }
        skipSegment(walk);
        marker = skipEntropyCodedData(walk);
      } else {
        skipSegment(walk);
        marker = marker(walk);
      }
    }
    if (scans == 0) {
      throw damaged("it ends before its first scan");
    }
    return header;
  }

  private static int marker(ByteWalk walk) throws ImageRefusedException {
    int at = walk.position();
    if (walk.next() != 0xFF) {
      throw damaged("no marker at byte %,d".formatted(at));
    }
    int marker = walk.next();
    while (marker == 0xFF) { // fill bytes
      marker = walk.next();
    }
    if (marker <= TEM || (marker >= RST0 && marker <= SOI)) {
      throw damaged("marker FF%02X is out of place at byte %,d".formatted(marker, at));
    }
    return marker;
  }

  /** Steps over a scan's data and returns the marker that ends it. */
  private static int skipEntropyCodedData(ByteWalk walk) throws ImageRefusedException {
    while (true) {
      if (walk.next() != 0xFF) {
        continue;
      }
      int code = walk.next();
      while (code == 0xFF) {
        code = walk.next();
      }
      boolean stuffed = code == 0x00;
      boolean restart = code >= RST0 && code <= RST7;
      if (!stuffed && !restart) {
        return code;
      }
    }
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  private static ImageHeader frameHeader(ByteWalk walk) throws ImageRefusedException {
    int length = walk.next16();
    if (length < 8) {
      throw damaged("a frame header of %d bytes".formatted(length));
    }
    walk.skip(1); // sample precision
    int height = walk.next16();
    int width = walk.next16();
    walk.skip(length - 7);
    return new ImageHeader(width, height);
  }

  private static void skipSegment(ByteWalk walk) throws ImageRefusedException {
    int length = walk.next16();
    if (length < 2) {
      throw damaged("a segment of %d bytes".formatted(length));
    }
    walk.skip(length - 2);
  }

  private static ImageRefusedException damaged(String what) {
    return new ImageRefusedException(UNREADABLE_IMAGE, "the JPEG is damaged: " + what);
  }
}
