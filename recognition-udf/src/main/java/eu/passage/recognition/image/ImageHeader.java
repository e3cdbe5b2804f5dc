package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.IMAGE_TOO_LARGE;
import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;

/**
 * What an encoded picture says of itself before it is decoded.
 *
 * @param width pixels as stored, before any EXIF rotation
 * @param height pixels as stored
 */
public record ImageHeader(int width, int height) {

  /**
   * Walks a JPEG or PNG from its first byte to its end marker without decoding it.
   *
   * @throws ImageRefusedException when it is empty, neither JPEG nor PNG, damaged, cut off, or
   *     larger than the limits
   */
  public static ImageHeader read(byte[] encoded, ImageLimits limits) throws ImageRefusedException {
    if (encoded.length == 0) {
      throw new ImageRefusedException(EMPTY_IMAGE, "the picture has zero bytes");
    }
    if (encoded.length > limits.maxBytes()) {
      throw new ImageRefusedException(
          IMAGE_TOO_LARGE,
          "the picture has %,d bytes; at most %,d are allowed"
              .formatted(encoded.length, limits.maxBytes()));
    }
    ImageHeader header = walk(encoded);
    header.check(limits);
    return header;
  }

  private static ImageHeader walk(byte[] encoded) throws ImageRefusedException {
    if (JpegWalk.startsLikeJpeg(encoded)) {
      return JpegWalk.walk(encoded);
    }
    if (PngWalk.startsLikePng(encoded)) {
      return PngWalk.walk(encoded);
    }
    throw new ImageRefusedException(
        UNREADABLE_IMAGE,
        "neither JPEG nor PNG: the first bytes are "
            + java.util.HexFormat.ofDelimiter(" ")
                .formatHex(encoded, 0, Math.min(8, encoded.length)));
  }

  private void check(ImageLimits limits) throws ImageRefusedException {
    if (width == 0 || height == 0) {
      throw new ImageRefusedException(
          UNREADABLE_IMAGE, "the header gives %dx%d pixels".formatted(width, height));
    }
    if (Math.max(width, height) > limits.maxSide() || (long) width * height > limits.maxPixels()) {
      throw new ImageRefusedException(
          IMAGE_TOO_LARGE,
          "the picture has %dx%d pixels; at most %d a side and %,d in all are allowed"
              .formatted(width, height, limits.maxSide(), limits.maxPixels()));
    }
  }
}
