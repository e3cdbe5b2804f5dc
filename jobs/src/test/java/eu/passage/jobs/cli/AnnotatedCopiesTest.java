package eu.passage.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedCopiesTest {

  @TempDir Path directory;

  @Test
  void aCopyKeepsNameAndFormatAndTheFolderIsMade() throws Exception {
    Path file = picture("in/car.PNG", "png");

    copy(directory.resolve("out/deep"), List.of(file));

    byte[] copy = Files.readAllBytes(directory.resolve("out/deep/car.annotated.PNG"));
    assertThat(copy).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void twoPicturesOfOneNameGetTwoCopies() throws Exception {
    Path one = picture("a/car.jpg", "jpg");
    Path other = picture("b/car.jpg", "jpg");

    copy(directory.resolve("out"), List.of(one, other));

    assertThat(names("out")).containsExactly("car-2.annotated.jpg", "car.annotated.jpg");
  }

  @Test
  void noPictureThatIsLookedAtIsWrittenOver() throws Exception {
    Path one = picture("car.jpg", "jpg");
    Path other = picture("car.annotated.jpg", "jpg");
    byte[] before = Files.readAllBytes(other);

    copy(directory, List.of(one, other));

    assertThat(other).hasBinaryContent(before);
    assertThat(names("."))
        .containsExactly(
            "car-2.annotated.jpg", "car.annotated.annotated.jpg", "car.annotated.jpg", "car.jpg");
  }

  @Test
  void aPlaceThatIsNoFolderIsAnError() throws Exception {
    Path file = picture("car.jpg", "jpg");
    assertThatThrownBy(() -> new AnnotatedCopies(file, List.of(file)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFolderStandsForItsPicturesButNotForTheirCopies() throws Exception {
    Path b = picture("in/b.jpg", "jpg");
    Path a = picture("in/deep/a.png", "png");
    picture("in/b.annotated.jpg", "jpg");
    Files.writeString(directory.resolve("in/notes.txt"), "no picture");
    Path gone = directory.resolve("gone.jpg");

    assertThat(PictureFiles.of(List.of(gone, directory.resolve("in")))).containsExactly(gone, b, a);
  }

  private void copy(Path out, List<Path> files) throws Exception {
    AnnotatedCopies copies = new AnnotatedCopies(out, files);
    for (Path file : files) {
      byte[] encoded = Files.readAllBytes(file);
      try (Picture picture = ImageLoader.decode(encoded, ImageLimits.DEFAULT)) {
        copies.write(file, encoded, picture, List.of());
      }
    }
  }

  private Path picture(String name, String format) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), format, file.toFile());
    return file;
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
