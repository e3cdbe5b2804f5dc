package eu.passage.cep.toll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import eu.passage.cep.toll.VehicleFacts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VehicleFileTest {

  private static final String HEAD = "plate,country,euroClass,co2Class,maximumMassKg,axles,uses\n";

  @TempDir Path folder;

  @Test
  void aRowTellsTheFactsAndAnEmptyCellThatOneIsNotKnown() throws Exception {
    VehicleTable vehicles =
        read(HEAD + "1ABC234,BE,6,3,40000,5,military agricultural\nAB123CD,FR,,,,,\n");

    assertThat(vehicles.find(new VehicleId("BE", "1ABC234")))
        .contains(new VehicleFacts(6, "3", 40_000, 5, Set.of("military", "agricultural")));
    assertThat(vehicles.find(new VehicleId("FR", "AB123CD")))
        .contains(new VehicleFacts(null, null, null, null, Set.of()));
    assertThat(vehicles.find(new VehicleId("FR", "1ABC234"))).isEmpty();
    assertThat(vehicles.vehicles()).isEqualTo(2);
  }

  @Test
  void aSpreadsheetsFileIsReadToo() throws Exception {
    VehicleTable vehicles =
        read("\uFEFF\"country\";\"plate\";\"euroClass\"\r\nBE;\"1-abc-234\"; 5\r\n\r\n");

    assertThat(vehicles.find(new VehicleId("BE", "1ABC234")))
        .contains(new VehicleFacts(5, null, null, null, Set.of()));
  }

  @Test
  void zeroIsAEuroClassAndNotAnUnknownOne() throws Exception {
    VehicleTable vehicles = read("plate,country,euroClass\n1ABC234,BE,0\n");

    assertThat(vehicles.find(new VehicleId("BE", "1ABC234")).orElseThrow().euroClass()).isZero();
  }

  @Test
  void platesThatAreLongOrOfOtherLettersAreFoundLikeAllOthers() throws Exception {
    VehicleTable vehicles =
        read("plate,country,axles\nABCDEFGHIJKL,PL,3\nА123ВС77,BY,4\nMÜÄÖ1,DE,5\n");

    assertThat(axles(vehicles, "PL", "ABCDEFGHIJKL")).isEqualTo(3);
    assertThat(axles(vehicles, "BY", "А123ВС77")).isEqualTo(4);
    assertThat(axles(vehicles, "DE", "MÜÄÖ1")).isEqualTo(5);
    assertThat(vehicles.find(new VehicleId("DE", "MUAO1"))).isEmpty();
  }

  private static int axles(VehicleTable vehicles, String country, String plate) {
    return vehicles.find(new VehicleId(country, plate)).orElseThrow().axles();
  }

  @Test
  void everyFaultIsToldWithItsLineItsColumnAndWhatWouldBeRight() {
    List<FileFault> faults =
        faults(
            HEAD
                + "1ABC234,BE,EURO6,3,40000,5,\n"
                + "1ABC235,BEL,6,3,40000,5,\n"
                + "1ABC236,BE,6,3,0,5,Military\n"
                + "1ABC237,BE,6\n"
                + ",BE,6,3,40000,5,\n");

    assertThat(faults)
        .extracting(FileFault::line, FileFault::column)
        .containsExactly(
            tuple(2, 12), tuple(3, 9), tuple(4, 16), tuple(4, 20), tuple(5, 1), tuple(6, 1));
    assertThat(faults)
        .extracting(FileFault::says)
        .containsExactly(
            "euroClass: 'EURO6' is not a Euro class; write a whole number from 0 to 7, or nothing"
                + " where it is not known",
            "country: 'BEL' is not a country; write its two letters by ISO 3166-1, such as BE",
            "maximumMassKg: '0' is not a mass in kilograms; write a whole number from 1 to 1000000,"
                + " or nothing where it is not known",
            "uses: 'Military' is not a use; write words of small letters such as military",
            "3 cells, where the first line names 7 columns; write as many",
            "plate: no plate; write its 1 to 12 letters and digits");
  }

  @Test
  void aLineIsCountedAsAnEditorCountsIt() {
    assertThat(faults("plate,country,axles\n\n\"1ABC234\",BE,3\n\n1ABC235,BE,x\n"))
        .extracting(FileFault::line, FileFault::column)
        .containsExactly(tuple(5, 12));
  }

  @Test
  void aVehicleThatHasTwoRowsIsAFault() {
    assertThat(faults("plate,country,axles\n1ABC234,BE,3\n1-ABC-234,BE,3\n"))
        .containsExactly(new FileFault(3, 1, "a second row for this vehicle; write one for each"));
  }

  @Test
  void aMisspeltColumnIsAFaultAndNothingElseIsSaidOfTheFile() {
    assertThat(faults("plate,country,euroclas\n1ABC234,BE,sixty\n"))
        .containsExactly(
            new FileFault(
                1,
                15,
                "the first line names columns, and 'euroclas' is none (did you mean 'euroClass'?);"
                    + " columns are plate, country, euroClass, co2Class, maximumMassKg, axles,"
                    + " uses"));
    assertThat(faults("plate,axles\n1ABC234,3\n")).hasSize(1);
    assertThat(faults("plate,country,plate\n")).hasSize(1);
    assertThat(faults("")).hasSize(1);
  }

  @Test
  void aBrokenQuoteAndAnotherEncodingAreFaults() throws IOException {
    assertThat(faults("plate,country,axles\n1ABC234,\"BE\"x,3\n"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));

    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "plate,country\nMÜ1,DE\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(faults(latin)).containsExactly(new FileFault(1, 1, "not UTF-8; save it as UTF-8"));
  }

  @Test
  void ofVeryManyFaultsTheFirstAreToldAndTheOthersCounted() throws IOException {
    Path file = write("plate,country,axles\n" + "1ABC234,XYZ,3\n".repeat(100));

    FaultyFileException refused =
        catchThrowableOfType(FaultyFileException.class, () -> VehicleFile.check(file));

    assertThat(refused.faults()).hasSize(20);
    assertThat(refused).hasMessageStartingWith(file + ":2:9: ").hasMessageEndingWith("and 80 more");
  }

  @Test
  void aMillionVehiclesCostAboutTwentyBytesEach() throws Exception {
    Path file = folder.resolve("many.csv");
    int many = 1_000_000;
    try (BufferedWriter rows = Files.newBufferedWriter(file)) {
      rows.write(HEAD);
      for (int i = 0; i < many; i++) {
        rows.write(
            "%s,BE,%d,%d,%d,%d,\n"
                .formatted(plate(i), i % 8, 1 + i % 5, 3_500 + i % 40_000, 2 + i % 5));
      }
    }

    VehicleTable vehicles = VehicleFile.read(file);

    assertThat(vehicles.vehicles()).isEqualTo(many);
    assertThat(vehicles.bytes() / many).isLessThanOrEqualTo(20);
    assertThat(vehicles.find(new VehicleId("BE", plate(777_777))))
        .contains(
            new VehicleFacts(
                777_777 % 8,
                String.valueOf(1 + 777_777 % 5),
                3_500 + 777_777 % 40_000,
                2 + 777_777 % 5,
                Set.of()));
    assertThat(vehicles.find(new VehicleId("BE", plate(many)))).isEmpty();
  }

  private static String plate(int number) {
    return "2" + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
  }

  private VehicleTable read(String text) throws Exception {
    return VehicleFile.read(write(text));
  }

  private List<FileFault> faults(String text) {
    return faults(write(text));
  }

  private static List<FileFault> faults(Path file) {
    return catchThrowableOfType(FaultyFileException.class, () -> VehicleFile.check(file)).faults();
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("vehicles.csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
