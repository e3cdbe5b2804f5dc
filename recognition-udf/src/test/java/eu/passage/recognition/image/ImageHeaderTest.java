package eu.passage.recognition.image;

import static eu.passage.avro.DeadLetterReason.EMPTY_IMAGE;
import static eu.passage.avro.DeadLetterReason.IMAGE_TOO_LARGE;
import static eu.passage.avro.DeadLetterReason.TRUNCATED_IMAGE;
import static eu.passage.avro.DeadLetterReason.UNREADABLE_IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.passage.avro.DeadLetterReason;
import eu.passage.recognition.Samples;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ImageHeaderTest {

  private static final byte[] JPEG = Samples.jpeg(320, 200, Color.GRAY);
  private static final byte[] PNG = Samples.png(320, 200, Color.GRAY);

  @Test
  void theSizeOfAJpegAndOfAPngIsKnownBeforeDecoding() throws Exception {
    assertThat(read(JPEG)).isEqualTo(new ImageHeader(320, 200));
    assertThat(read(PNG)).isEqualTo(new ImageHeader(320, 200));
  }

  @Test
  void zeroBytesAreAnEmptyImage() {
    refuses(new byte[0], EMPTY_IMAGE, "zero bytes");
  }

  @Test
  void aGifIsNeitherJpegNorPng() {
    refuses(
        "GIF89a\1\0\1\0".getBytes(StandardCharsets.US_ASCII),
        UNREADABLE_IMAGE,
        "neither JPEG nor PNG",
        "47 49 46");
  }

  @Test
  void aJpegCutAnywhereAfterItsFirstBytesIsTruncated() {
    for (int length = 3; length < JPEG.length; length += 7) {
      refuses(Arrays.copyOf(JPEG, length), TRUNCATED_IMAGE, "without its end marker");
    }
  }

  @Test
  void aPngCutAnywhereAfterItsSignatureIsTruncated() {
    for (int length = 8; length < PNG.length; length++) {
      refuses(Arrays.copyOf(PNG, length), TRUNCATED_IMAGE, "without its end marker");
    }
  }

  @Test
  void theEndOfAThumbnailIsNotTheEndOfThePicture() throws Exception {
    byte[] thumbnail = Samples.jpeg(16, 16, Color.RED);
    byte[] whole = withAppSegment(JPEG, thumbnail);
    assertThat(read(whole)).isEqualTo(new ImageHeader(320, 200));
    refuses(Arrays.copyOf(whole, whole.length - 20), TRUNCATED_IMAGE, "end marker");
    refuses(Arrays.copyOf(whole, 30 + thumbnail.length), TRUNCATED_IMAGE, "end marker");
  }

  @Test
  void whatACameraAppendsAfterTheEndIsLeftAlone() throws Exception {
    assertThat(read(Arrays.copyOf(JPEG, JPEG.length + 100))).isEqualTo(new ImageHeader(320, 200));
  }

  @Test
  void twentyThousandPixelsASideAreTooManyHoweverSmallTheFile() throws Exception {
    byte[] bomb = Bombs.png(20_000, 20_000);
    assertThat(bomb.length).isLessThan(ImageLimits.DEFAULT.maxBytes());
    refuses(bomb, IMAGE_TOO_LARGE, "20000x20000", "8192");
  }

  @Test
  void manyPixelsAreTooManyThoughNoSideIsTooLong() throws Exception {
    refuses(Bombs.png(8000, 8000), IMAGE_TOO_LARGE, "8000x8000", "24,000,000 in all");
  }

  @Test
  void moreBytesThanAllowedAreRefusedByTheirNumber() {
    refuses(new byte[ImageLimits.DEFAULT.maxBytes() + 1], IMAGE_TOO_LARGE, "2,097,153 bytes");
  }

  @Test
  void aHeightOfZeroIsDamage() throws Exception {
    refuses(Bombs.png(10, 0), UNREADABLE_IMAGE, "10x0");
  }

  @Test
  void hundredsOfScansAreAnAttack() {
    int sos = scanStart(JPEG);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(JPEG, 0, sos);
    for (int scan = 0; scan < 200; scan++) {
      out.write(JPEG, sos, JPEG.length - 2 - sos);
    }
    out.write(JPEG, JPEG.length - 2, 2);
    refuses(out.toByteArray(), UNREADABLE_IMAGE, "more than 100 scans");
  }

  @Property
  void randomBytesAreRefusedAndNothingElse(@ForAll byte[] bytes) {
    DeadLetterReason reason = refusal(bytes).reason();
    assertThat(reason).isIn(EMPTY_IMAGE, UNREADABLE_IMAGE, TRUNCATED_IMAGE);
  }

  @Property(tries = 200)
  void randomBytesAfterAJpegsOrPngsFirstBytesAreRefusedOrRead(
      @ForAll byte[] bytes, @ForAll boolean jpeg, @ForAll @IntRange(max = 200) int kept) {
    byte[] start = Arrays.copyOf(jpeg ? JPEG : PNG, 8 + kept);
    byte[] both = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, both, start.length, bytes.length);
    readOrRefuse(both);
  }

  @Property(tries = 200)
  void aDamagedByteIsNeverMoreThanARefusal(
      @ForAll boolean jpeg, @ForAll int place, @ForAll byte value) {
    byte[] damaged = (jpeg ? JPEG : PNG).clone();
    damaged[Math.floorMod(place, damaged.length)] = value;
    readOrRefuse(damaged);
  }

  private static void readOrRefuse(byte[] encoded) {
    try {
      ImageHeader header = read(encoded);
      assertThat(header.width()).isPositive();
      Picture.decode(encoded).close();
    } catch (ImageRefusedException refused) {
      assertThat(refused).hasMessageMatching("(?s).{10,}");
    }
  }

  private static ImageHeader read(byte[] encoded) throws ImageRefusedException {
    return ImageHeader.read(encoded, ImageLimits.DEFAULT);
  }

  private static ImageRefusedException refusal(byte[] encoded) {
    return catchThrowableOfType(ImageRefusedException.class, () -> read(encoded));
  }

  private static void refuses(byte[] encoded, DeadLetterReason reason, String... words) {
    ImageRefusedException refused = refusal(encoded);
    assertThat(refused).as("%d bytes", encoded.length).isNotNull();
    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
    assertThat(refused).hasMessageContainingAll(words);
  }

  private static byte[] withAppSegment(byte[] jpeg, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = content.length + 2;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.writeBytes(content);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static int scanStart(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xDA) {
      at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
    }
    return at;
  }
}
