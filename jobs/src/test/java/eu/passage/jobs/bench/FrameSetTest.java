package eu.passage.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameSetTest {

  @Test
  void renderedFramesAreAlwaysTheSameAndComeInTwoSizes() throws IOException {
    FrameSet set = FrameSet.rendered(2);
    List<byte[]> again = FrameSet.rendered(2).frames();
    assertThat(set.frames().get(0)).isEqualTo(again.get(0)).isNotEqualTo(again.get(1));
    assertThat(size(set.frames().get(0))).isEqualTo("1280x720");
    assertThat(size(set.enlarged().frames().get(1))).isEqualTo("1920x1080");
  }

  @Test
  void aFolderGivesItsPicturesInTheOrderOfTheirNames(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("b.JPG"), new byte[] {2});
    Files.write(folder.resolve("a.png"), new byte[] {1});
    Files.write(folder.resolve("c.jpeg"), new byte[] {3});
    Files.write(folder.resolve("labels.csv"), new byte[] {4});
    assertThat(FrameSet.folder(folder, 2).frames()).containsExactly(new byte[] {1}, new byte[] {2});
  }

  @Test
  void aFolderWithoutPicturesIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> FrameSet.folder(folder, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(folder.toString(), "no .jpg");
  }

  private static String size(byte[] encoded) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(encoded));
    return image.getWidth() + "x" + image.getHeight();
  }
}
