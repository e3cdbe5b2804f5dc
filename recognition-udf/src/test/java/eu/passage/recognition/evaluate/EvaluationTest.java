package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Samples;
import eu.passage.recognition.Stage;
import eu.passage.recognition.Thresholds;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  @TempDir Path data;
  private final Recogniser recogniser = Recogniser.open(Samples.models(), Thresholds.DEFAULT, 1);

  @BeforeEach
  void photographs() throws IOException {
    Path crops = Files.createDirectories(data.resolve("plates-europe/crops"));
    Files.write(crops.resolve("black.png"), Samples.png(200, 50, Color.BLACK));
    Files.write(crops.resolve("other.png"), Samples.png(200, 50, Color.BLACK));
    Files.writeString(
        data.resolve("plates-europe/texts.csv"),
        "image,text,country\nblack.png,ABI2OCD,FR\nother.png,AB123CD,BE\n");
    Path images = Files.createDirectories(data.resolve("plates-romania/images"));
    for (String name : new String[] {"white", "grey", "dark", "day"}) {
      int level = name.equals("dark") ? 0 : name.equals("grey") ? 128 : 255;
      Files.write(
          images.resolve(name + ".jpg"), Samples.jpeg(1280, 720, new Color(level, level, level)));
    }
    // the models of the tests see a plate at 425,425 of 150x35 in every bright frame
    Files.writeString(
        data.resolve("plates-romania/boxes.csv"),
        """
        image,ride,x,y,w,h
        white.jpg,nightride_type3_001,425,425,150,35
        white.jpg,nightride_type3_001,10,10,79,20
        grey.jpg,nightride_type3_001,435,425,150,35
        grey.jpg,nightride_type3_001,900,425,150,35
        dark.jpg,nightride_type3_001,425,425,150,35
        day.jpg,dayride_type1_001,425,425,150,35
        """);
    Files.writeString(
        data.resolve("plates-romania/texts.csv"),
        """
        image,ride,x,y,w,h,text
        white.jpg,nightride_type3_001,425,425,150,35,AB129CD
        grey.jpg,nightride_type3_001,435,425,150,35,AB129CD
        dark.jpg,nightride_type3_001,425,425,150,35,AB120CD
        """);
  }

  @AfterEach
  void close() {
    recogniser.close();
  }

  @Test
  void cropsCountByCountryWithLookAlikesFolded() throws IOException {
    Figures figures = new Evaluation(recogniser, data).run();
    assertThat(figures.crops())
        .containsOnlyKeys("BE", "FR", "all")
        .containsEntry("FR", new Figures.Crops(1, 1, 1))
        .containsEntry("BE", new Figures.Crops(1, 0, 0))
        .containsEntry("all", new Figures.Crops(2, 1, 1));
  }

  @Test
  void platesOfTheHeldOutRideCountFromEightyPixelsOn() throws IOException {
    Figures.Boxes boxes = new Evaluation(recogniser, data).run().boxes();
    assertThat(boxes).isEqualTo(new Figures.Boxes(3, 4, 2, 0, 3, 1, 2, 0));
  }

  @Test
  void theTableGivesEveryFigure() throws IOException {
    Figures figures = new Evaluation(recogniser, data).run();
    assertThat(figures.millisPerFrame()).containsOnlyKeys(Stage.values());
    assertThat(figures.table())
        .contains(
            "models test/test/test", "2 (50.0 %)", "1 (33.3 %)", "where none is marked", "decode");
  }

  @Test
  void aRowThatIsCutOffIsNamed() throws IOException {
    Path labels = data.resolve("plates-europe/texts.csv");
    Files.writeString(labels, "image,text,country\nblack.png,AB120CD\n");
    assertThatThrownBy(() -> new Evaluation(recogniser, data).run())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("texts.csv", "line 2", "2 columns, not 3");
  }
}
