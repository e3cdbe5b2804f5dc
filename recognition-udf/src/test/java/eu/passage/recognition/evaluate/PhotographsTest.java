package eu.passage.recognition.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.TypeEstimate;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Samples;
import eu.passage.recognition.Thresholds;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sets on pictures of one colour and models whose answers are known by heart. */
class PhotographsTest {

  private static final Function<List<TypeEstimate>, TypeEstimate> FIRST = types -> types.get(0);

  private static final String TYPES = "vehicles-roadside: type right by folder";

  @TempDir Path data;
  private final Recogniser recogniser = Recogniser.open(Samples.models(), Thresholds.DEFAULT, 2);
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void close() {
    recogniser.close();
  }

  @Test
  void cropsOfPlatesCountByCountryWithLookAlikesFolded() throws IOException {
    plates("black.png,ABI2OCD,FR\nother.png,AB123CD,BE\nthird.png,AB120CD,\n");

    Result result = new PlatesEurope().measure(lab());

    assertThat(values(result))
        .containsExactly("2 of 3 (66.7 %)", "1 of 2 (50.0 %)", "1 of 3 (33.3 %)");
    assertThat(result.details())
        .contains(
            Detail.of("plates-europe: exact by country", "FR", new Counts(1, 1)),
            Detail.of("plates-europe: exact by country", "BE", new Counts(0, 1)),
            Detail.of("plates-europe: exact by country", "not given", new Counts(1, 1)),
            Detail.of("plates-europe: country right", "BE", new Counts(0, 1)));
    assertThat(result.mistakes()).singleElement().asString().contains("other.png: AB123CD read as");
    assertThat(told).containsExactly("3/3");
  }

  @Test
  void platesOfTheNightRideCountFromEightyPixelsOn() throws IOException {
    rides();

    Result result = new NightRide().measure(lab());

    // three frames: found in two of four boxes; both plates reported are marked
    assertThat(values(result))
        .containsExactly("2 of 4 (50.0 %); of the plates reported 2 of 2 (100.0 %) are marked");
    assertThat(result.details())
        .contains(
            Detail.of(
                "plates-romania, night ride, whole frames",
                "transcribed boxes read exactly",
                new Counts(1, 3)),
            Detail.of(
                "plates-romania, night ride, whole frames",
                "boxes under 80 px found",
                new Counts(0, 1)));
  }

  @Test
  void theDayRideIsFoundAndReadEndToEnd() throws IOException {
    rides();

    assertThat(values(new DayRide().measure(lab())))
        .containsExactly(
            "1 of 1 (100.0 %); of the plates reported 1 of 1 (100.0 %) are marked",
            "1 of 1 (100.0 %)");
  }

  @Test
  void transcribedBoxesAreReadWhereTheyAreMarked() throws IOException {
    rides();

    assertThat(values(new TranscribedBoxes().measure(lab())))
        .containsExactly("3 of 4 (75.0 %)", "1 of 1 (100.0 %)");
  }

  @Test
  void typesAreAskedOfTheHeldOutFifthAndOfUsableCropsOnly() throws IOException {
    for (String folder : List.of("bike", "car", "juggernaut", "minibus", "pickup", "truck")) {
      Path crops = Files.createDirectories(data.resolve("vehicles-roadside").resolve(folder));
      for (int number = 0; number < 200; number += 20) {
        Files.write(crops.resolve(folder + number + ".jpg"), Samples.jpeg(100, 100, Color.RED));
      }
    }
    Files.writeString(
        data.resolve("colours.csv"),
        "source,image,colour,type,usable\nvehicles-roadside,car/car0.jpg,red,car,0\n");

    Result result = new RoadsideTypes().measure(lab());

    // by CRC-32 the stretches bike0,2,8 car0,7 juggernaut9 minibus3,4,5 pickup4,9 truck5,9; these
    // models call everything a car, and a pickup is one
    assertThat(values(result)).containsExactly("3 of 12 (25.0 %)");
    assertThat(result.details()).contains(Detail.of(TYPES, "pickup", new Counts(2, 2)));
  }

  @Test
  void cropsOfOneTrackAreVotedTogether() throws IOException {
    Path crops = Files.createDirectories(data.resolve("vehicles-london/crops"));
    for (String name : List.of("1_0", "1_1", "2_0", "3_0")) {
      Files.write(crops.resolve(name + ".png"), Samples.png(60, 40, Color.GRAY));
    }
    Files.writeString(
        data.resolve("vehicles-london/types.csv"),
        "image,track,type\n1_0.png,1,car\n1_1.png,1,car\n2_0.png,2,bus\n3_0.png,3,undefined\n");

    Result result = new LondonTracks(FIRST).measure(lab());

    assertThat(values(result)).containsExactly("1 of 2 (50.0 %)");
    assertThat(result.mistakes()).containsExactly("track 2: BUS taken for CAR");
  }

  @Test
  void eitherOfTwoColoursIsRightAndAnswersAreCountedApartFromAbstentions() throws IOException {
    Path crops = Files.createDirectories(data.resolve("vehicles-london/crops"));
    Files.write(crops.resolve("1_0.png"), Samples.png(60, 40, Color.RED));
    Files.write(crops.resolve("2_0.png"), Samples.png(60, 40, Color.BLUE));
    Files.write(crops.resolve("3_0.png"), Samples.png(60, 40, Color.GRAY));
    Files.createDirectories(data.resolve("plates-openimages/images"));
    Files.writeString(
        data.resolve("colours.csv"),
        """
        source,image,colour,type,usable
        vehicles-london,crops/1_0.png,silver|red,car,1
        vehicles-london,crops/2_0.png,black,car,1
        vehicles-london,crops/3_0.png,silver,car,1
        vehicles-london,crops/4_0.png,red,car,0
        """);

    Result result = new VehicleColours().measure(lab());

    assertThat(result.rows())
        .filteredOn(row -> row.measure().startsWith("London"))
        .extracting(Row::value)
        .containsExactly("1 of 2 (50.0 %)", "1 of 3 (33.3 %)");
    assertThat(result.rows().get(0).mark()).isEqualTo(Target.Mark.NOT_MEASURED);
  }

  @Test
  void aRowThatIsCutOffIsNamed() throws IOException {
    plates("black.png,AB120CD\n");

    assertThatThrownBy(() -> new PlatesEurope().measure(lab()))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("texts.csv", "line 2", "2 columns, not 3");
  }

  @Test
  void everythingThatIsMissingIsNamedWithTheSetThatNeedsIt() {
    assertThatThrownBy(
            () -> MissingDataException.check(data, List.of(new PlatesEurope(), new NightRide())))
        .isInstanceOf(MissingDataException.class)
        .hasMessageContainingAll(
            data.resolve("plates-europe/crops") + ", for plates-europe",
            data.resolve("plates-romania/boxes.csv") + ", for night-ride",
            "--data",
            "--only");
  }

  private Lab lab() {
    return new Lab(recogniser, data, (done, of) -> told.add(done + "/" + of));
  }

  private static List<String> values(Result result) {
    return result.rows().stream().map(Row::value).toList();
  }

  private void plates(String rows) throws IOException {
    Path crops = Files.createDirectories(data.resolve("plates-europe/crops"));
    for (String name : List.of("black", "other", "third")) {
      Files.write(crops.resolve(name + ".png"), Samples.png(200, 50, Color.BLACK));
    }
    Files.writeString(data.resolve("plates-europe/texts.csv"), "image,text,country\n" + rows);
  }

  /** The models of the tests see a plate at 425,425 of 150x35 in every bright frame. */
  private void rides() throws IOException {
    Path images = Files.createDirectories(data.resolve("plates-romania/images"));
    frame(images, "white", 255);
    frame(images, "grey", 128);
    frame(images, "dark", 0);
    frame(images, "day", 255);
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
        white.jpg,nightride_type3_001,10,10,79,20,AB129CD
        day.jpg,dayride_type1_001,425,425,150,35,AB129CD
        """);
  }

  private static void frame(Path images, String name, int level) throws IOException {
    Files.write(
        images.resolve(name + ".jpg"), Samples.jpeg(1280, 720, new Color(level, level, level)));
  }
}
