package eu.passage.recognition.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A maker's badge cut from a photograph, as {@code badges/} holds them.
 *
 * @param folder of its maker, such as "mercedes-1"
 * @param mask as large as the image, bright on the badge
 */
record BadgeCrop(String folder, String file, BufferedImage image, BufferedImage mask) {

  /** Of a maker's badges in the order of their names the last of every four is held out. */
  private static final int EVERY = 4;

  /** The badges that training leaves out, by maker. */
  static List<BadgeCrop> heldOut(Path badges) throws IOException {
    List<BadgeCrop> crops = new ArrayList<>();
    for (Path folder : sorted(badges, "")) {
      List<Path> images = sorted(folder, ".jpg");
      for (int i = EVERY - 1; i < images.size(); i += EVERY) {
        crops.add(read(folder, images.get(i)));
      }
    }
    return crops;
  }

  /** Whether a maker's name is that of the folder: "Citroën" is "citroen". */
  boolean isOf(String make) {
    return plain(make).startsWith(plain(folder.replaceAll("-\\d+$", "")));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }

  private static BadgeCrop read(Path folder, Path file) throws IOException {
    String name = file.getFileName().toString();
    Path mask = folder.resolve(name.replace(".jpg", "_mask.png"));
    return new BadgeCrop(folder.getFileName().toString(), name, image(file), image(mask));
  }

  private static BufferedImage image(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no picture");
    }
    return image;
  }

  private static List<Path> sorted(Path folder, String ending) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}
