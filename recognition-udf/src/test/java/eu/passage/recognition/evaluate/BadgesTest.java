package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.recognition.render.NumberPlate;
import eu.passage.recognition.render.RenderedFrame.Corner;
import eu.passage.recognition.render.RenderedFrame.Plate;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadgesTest {

  @Test
  void theLastOfEveryFourOfAMakerIsHeldOut(@TempDir Path data) throws IOException {
    for (String folder : List.of("citroen", "mercedes-1")) {
      Files.createDirectories(data.resolve(folder));
      for (int i = 0; i < 9; i++) {
        ImageIO.write(
            plain(8, Color.RED), "jpg", data.resolve(folder + "/0" + i + ".jpg").toFile());
        ImageIO.write(
            plain(8, Color.WHITE), "png", data.resolve(folder + "/0" + i + "_mask.png").toFile());
      }
    }
    List<BadgeCrop> held = BadgeCrop.heldOut(data);
    assertThat(held)
        .extracting(BadgeCrop::file)
        .containsExactly("03.jpg", "07.jpg", "03.jpg", "07.jpg");
    assertThat(held.get(0).isOf("Citroën")).isTrue();
    assertThat(held.get(0).isOf("Mercedes-Benz")).isFalse();
    assertThat(held.get(3).isOf("Mercedes-Benz")).isTrue();
  }

  @Test
  void aBadgeIsSetAboveItsPlateAndNowhereElse() {
    Rectangle box = new Rectangle(300, 400, 104, 22);
    Plate plate =
        new Plate(
            new NumberPlate("BE", "be-2010", "1ABC234"),
            box,
            List.of(
                new Corner(300, 400),
                new Corner(404, 400),
                new Corner(404, 422),
                new Corner(300, 422)));
    BadgeCrop badge = new BadgeCrop("x", "x", plain(60, Color.RED), plain(58, Color.WHITE));
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 20; round++) {
      BufferedImage frame = plain(640, Color.BLACK);
      BadgePainter.paint(frame, plate, badge, random);
      Rectangle painted = painted(frame);
      assertThat(painted.getMaxY()).isLessThan(box.y);
      assertThat(painted.getMinY()).isGreaterThan(box.y - 0.2 * (450 + 85) - 2);
      assertThat(painted.getCenterX()).isBetween(352 - 6.0, 352 + 6.0);
      assertThat(painted.width).isBetween(18, 37);
    }
  }

  private static Rectangle painted(BufferedImage frame) {
    Rectangle painted = new Rectangle(-1, -1);
    for (int y = 0; y < frame.getHeight(); y++) {
      for (int x = 0; x < frame.getWidth(); x++) {
        if ((frame.getRGB(x, y) & 0xFFFFFF) != 0) {
          painted.add(new Rectangle(x, y, 1, 1));
        }
      }
    }
    return painted;
  }

  private static BufferedImage plain(int side, Color colour) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, side, side);
    graphics.dispose();
    return image;
  }
}
