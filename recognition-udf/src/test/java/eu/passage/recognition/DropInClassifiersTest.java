package eu.passage.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.passage.avro.AttributeEstimate;
import eu.passage.avro.Frame;
import eu.passage.avro.MakeEstimate;
import eu.passage.avro.Observation;
import eu.passage.recognition.classify.Labels;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.model.ModelException;
import eu.passage.recognition.model.ModelSource;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers that an operator puts into a folder, the make among them. */
class DropInClassifiersTest {

  private static final Color RED = new Color(200, 60, 60);
  private static final Color GREY = new Color(150, 150, 150);

  @Test
  void whatTheyTellGoesIntoTheObservationTheMakeIntoItsOwnField() throws Exception {
    Observation observation = observe(Samples.classifiers(), RED);
    MakeEstimate make = observation.getMake();
    assertThat(make.getValue()).isEqualTo("Rossa");
    assertThat(make.getConfidence()).isCloseTo(0.7f, within(1e-5f));
    assertThat(observation.getAttributes()).hasSize(1);
    AttributeEstimate shade = observation.getAttributes().get(0);
    assertThat(shade.getName()).isEqualTo("shade");
    assertThat(shade.getValue()).isEqualTo("dark");
    assertThat(shade.getConfidence()).isCloseTo(0.9f, within(1e-5f));
    assertThat(shade.getOrigin()).isEqualTo("shade/test");
    assertThat(observation.getModelVersion()).isEqualTo("test/test/test/test/test");
  }

  @Test
  void whereTheAnswerIsNoneOrNotSureEnoughNothingIsSaid(@TempDir Path folder) throws Exception {
    copy(folder);
    assertThat(observe(folder, GREY).getMake()).isNull();
    edit(folder, "make", "\"label\": 0.5", "\"label\": 0.71");
    edit(folder, "shade", "\"label\": 0.5", "\"label\": 0.91");
    Observation wary = observe(folder, RED);
    assertThat(wary.getMake()).isNull();
    assertThat(wary.getAttributes()).isEmpty();
  }

  @Test
  void withoutAModelForTheMakeThereIsNoMake() throws Exception {
    try (Recogniser recogniser = Recogniser.open(Samples.models(), Thresholds.DEFAULT, 1);
        Picture picture = picture(1280, 720, RED)) {
      Sighting sighting = recogniser.recognise(List.of(picture)).get(0).get(0);
      assertThat(sighting.labels().make()).isEmpty();
      assertThat(sighting.labels().others()).isEmpty();
      assertThat(recogniser.modelVersion()).isEqualTo("test/test/test");
    }
  }

  @Test
  void aModelForTheMakeMayLieAmongTheOperatorsModels(@TempDir Path folder) throws Exception {
    copy(Path.of(String.valueOf(Samples.models().folder())), folder);
    copy(Samples.classifiers().resolve("make"), folder.resolve("make"));
    try (Recogniser recogniser =
            Recogniser.open(ModelSource.folder(folder), Thresholds.DEFAULT, 1);
        Picture picture = picture(1280, 720, RED)) {
      assertThat(recogniser.recognise(List.of(picture)).get(0).get(0).labels().make())
          .map(MakeEstimate::getValue)
          .contains("Rossa");
    }
  }

  @Test
  void aPictureOfNothingButAPlateHasNeitherMakeNorVehicle() throws Exception {
    try (Recogniser recogniser = open(Samples.classifiers());
        Picture picture = picture(200, 50, Color.BLACK)) {
      assertThat(recogniser.recognise(List.of(picture)).get(0))
          .singleElement()
          .extracting(Sighting::labels)
          .isEqualTo(Labels.NONE);
    }
  }

  @Test
  void moreVehiclesThanFitIntoOneRunAreAllAnswered() throws Exception {
    try (Recogniser recogniser = open(Samples.classifiers());
        Picture red = picture(1280, 720, RED);
        Picture grey = picture(1280, 720, GREY)) {
      List<Picture> many =
          Stream.generate(() -> List.of(red, grey)).limit(18).flatMap(List::stream).toList();
      List<List<Sighting>> sightings = recogniser.recognise(many);
      for (int i = 0; i < many.size(); i++) {
        assertThat(sightings.get(i).get(0).labels().make().isPresent()).isEqualTo(i % 2 == 0);
      }
    }
  }

  @Test
  void aBrokenOneIsRefusedWithItsFileAndWhatWouldBeRight(@TempDir Path folder) throws Exception {
    refusesAfter(
        folder, "\"region\": \"vehicle\"", "\"region\": \"bonnet\"", "'bonnet'", "above-plate");
    refusesAfter(folder, "\"attribute\"", "\"attr\"", "'attribute' is missing");
    refusesAfter(folder, "\"dark\", ", "", "2 numbers", "1 labels");
    refusesAfter(folder, "\"dark\", ", "\"bright\", ", "labels", "each of them once");
    refusesAfter(folder, "\"label\"", "\"lable\"", "'scoreThreshold.label' is missing");
    refusesAfter(folder, "0.5", "1.5", "between 0 and 1");
    refusesAfter(folder, "\"name\": \"shade\"", "\"name\": \"hue\"", "name is 'hue'");
    refusesAfter(
        folder, "\"kind\": \"classifier\"", "\"kind\": \"detector\"", "kind is 'detector'");
    copy(folder);
    Files.write(folder.resolve("shade/shade.pt"), new byte[] {1, 2, 3});
    refuses(folder, "'shade'", "shade.pt");
  }

  @Test
  void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
    refuses(folder.resolve("nowhere"), "nowhere", "a directory for each");
  }

  private static void refusesAfter(Path folder, String from, String to, String... words)
      throws IOException {
    copy(folder);
    edit(folder, "shade", from, to);
    refuses(folder, words);
  }

  private static void refuses(Path folder, String... words) {
    assertThatThrownBy(() -> open(folder).close())
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(folder.toString());
  }

  private static Recogniser open(Path classifiers) {
    return Recogniser.open(Samples.models().withClassifiers(classifiers), Thresholds.DEFAULT, 1);
  }

  private static Observation observe(Path classifiers, Color colour) throws Exception {
    Frame frame = Samples.frame("f-1", Samples.jpeg(1280, 720, colour));
    try (Recogniser recogniser = open(classifiers);
        Picture picture = picture(1280, 720, colour)) {
      List<Sighting> sightings = recogniser.recognise(List.of(picture)).get(0);
      return Observations.of(frame, picture, sightings, recogniser.modelVersion()).get(0);
    }
  }

  private static Picture picture(int width, int height, Color colour) throws Exception {
    return ImageLoader.decode(Samples.png(width, height, colour), ImageLimits.DEFAULT);
  }

  private static void edit(Path folder, String model, String from, String to) throws IOException {
    Path descriptor = folder.resolve(model).resolve("model.json");
    String text = Files.readString(descriptor);
    assertThat(text).contains(from);
    Files.writeString(descriptor, text.replace(from, to));
  }

  private static void copy(Path folder) throws IOException {
    copy(Samples.classifiers(), folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
