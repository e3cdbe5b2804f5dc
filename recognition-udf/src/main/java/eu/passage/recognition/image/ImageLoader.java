package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.UNREACHABLE_IMAGE;
import static eu.passage.avro.DeadLetterReason.WRONG_HASH;

import eu.passage.avro.Image;
import eu.passage.schemas.ids.Ids;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** From a frame's image, inline or by reference, to a decoded picture. */
public final class ImageLoader {

  private final ImageLimits limits;
  private final ImageFetcher fetcher;

  public ImageLoader(ImageLimits limits, FetchSettings fetch) {
    this.limits = limits;
    this.fetcher = new ImageFetcher(fetch, limits.maxBytes());
  }

  /** A picture on its way. */
  @FunctionalInterface
  public interface Pending {

    /**
     * Waits for its bytes, bounded by the fetch time-out; checks their hash, header and size; and
     * decodes them. The caller closes the picture.
     *
     * @throws ImageRefusedException when it cannot be used
     */
    Picture await() throws ImageRefusedException;
  }

  /** Begins to load: a reference is fetched in the background, inline bytes are here already. */
  public Pending begin(Image image) {
    String sha256 = image.getSha256();
    if (image.getBytes() != null) {
      byte[] encoded = bytes(image.getBytes());
      return () -> decode(encoded, sha256);
    }
    if (image.getUri() != null) {
      CompletableFuture<byte[]> fetched = fetcher.fetch(image.getUri());
      return () -> decode(join(fetched), sha256);
    }
    return () -> {
      throw new ImageRefusedException(EMPTY_IMAGE, "the image has neither bytes nor a reference");
    };
  }

  private Picture decode(byte[] encoded, String sha256) throws ImageRefusedException {
    if (encoded.length > 0 && encoded.length <= limits.maxBytes()) {
      String actual = Ids.sha256Hex(encoded);
      if (!actual.equals(sha256)) {
        throw new ImageRefusedException(
            WRONG_HASH, "the picture's SHA-256 is %s, announced was %s".formatted(actual, sha256));
      }
    }
    return decode(encoded, limits);
  }

  /**
   * Decodes a JPEG or PNG after its header has been checked; the caller closes the picture.
   *
   * @throws ImageRefusedException when it is damaged, cut off or larger than the limits
   */
  public static Picture decode(byte[] encoded, ImageLimits limits) throws ImageRefusedException {
    ImageHeader.read(encoded, limits);
    return Picture.decode(encoded);
  }

  /** The array behind the buffer where that is all of it, as in a record just read. */
  private static byte[] bytes(ByteBuffer bytes) {
    if (bytes.hasArray() && bytes.remaining() == bytes.array().length) {
      return bytes.array();
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }

  private static byte[] join(CompletableFuture<byte[]> fetched) throws ImageRefusedException {
    try {
      return fetched.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ImageRefusedException refused) {
        throw refused;
      }
      throw new ImageRefusedException(
          UNREACHABLE_IMAGE, "the picture could not be fetched: " + e.getCause(), e);
    }
  }
}
