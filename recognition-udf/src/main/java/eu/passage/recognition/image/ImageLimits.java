package eu.passage.recognition.image;

import java.io.Serializable;

/**
 * How large a picture may be. All limits are checked on the header, before a pixel is decoded.
 *
 * @param maxBytes of the encoded picture
 * @param maxSide the longer side, in pixels
 * @param maxPixels width times height
 */
public record ImageLimits(int maxBytes, int maxSide, long maxPixels) implements Serializable {

  /** 2 MiB as the frames topic allows; 8192 a side and 24 megapixels, what photographs have. */
  public static final ImageLimits DEFAULT = new ImageLimits(2 << 20, 8192, 24_000_000);

  public ImageLimits {
    if (maxBytes < 1 || maxSide < 1 || maxPixels < 1) {
      throw new IllegalArgumentException(
          "image limits must be positive: %d bytes, %d pixels a side, %d pixels in all"
              .formatted(maxBytes, maxSide, maxPixels));
    }
  }
}
