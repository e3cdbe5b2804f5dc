package eu.passage.jobs.backtest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.MakeCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.jobs.config.ConfigFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvPassagesTest {

  private static final String HEADER = "at,camera,from,to,plate,country,type,colour,confidence";
  private static final Instant AT = Instant.parse("2026-03-02T01:10:00Z");

  @TempDir private Path folder;

  @Test
  void everyColumnBecomesAFact() throws Exception {
    PassageFacts facts =
        parse(
            HEADER + ",make,model,occupants,late",
            "2026-03-02T02:10:00+01:00,EST-1,FR,BE,1ABC234,BE,TRUCK,WHITE,0.93,Renault,Clio,2,true");

    assertThat(facts)
        .isEqualTo(
            new PassageFacts.Builder(AT.toEpochMilli(), "EST-1")
                .plate("1ABC234", "BE")
                .crossing("FR", "BE")
                .type(VehicleType.TRUCK)
                .colour(Colour.WHITE)
                .confidence(0.93)
                .make("Renault")
                .model("Clio")
                .occupants(2)
                .late(true)
                .build());
  }

  @Test
  void columnsMayComeInAnyOrderAndThoseThatAreNotNeededMayBeMissing() throws Exception {
    assertThat(parse("plate,at,camera", "1-abc 234,2026-03-02T01:10Z,EST-2"))
        .isEqualTo(
            new PassageFacts.Builder(AT.toEpochMilli(), "EST-2").plate("1ABC234", null).build());
  }

  @Test
  void aSpreadsheetMayWriteSemicolonsCommasAndAByteOrderMark() throws Exception {
    PassageFacts facts =
        parse(
            "\uFEFFAT;Camera;Plate;Confidence;colour",
            "2026-03-02T01:10:00Z;EST-1;1ABC234;0,87;white");

    assertThat(facts.confidencePercent()).isEqualTo(87);
    assertThat(facts.colour()).isEqualTo(Colour.WHITE);
  }

  @Test
  void fieldsMayBeQuoted() throws Exception {
    PassageFacts facts =
        parse(
            "at,camera,plate,make",
            " \"2026-03-02T01:10:00Z\" , EST-1,\"1-ABC-234\",\"Ren\"\"ault, \"");

    assertThat(facts.make()).isEqualTo(MakeCode.of("REN\"AULT, "));
    assertThat(facts.plate()).isEqualTo(facts().plate());
  }

  @Test
  void umlautsOfGermanPlatesAreKept() throws Exception {
    assertThat(parse("at,camera,plate,country", "2026-03-02T01:10:00Z,EST-1,tü-ab 12,DE"))
        .isEqualTo(
            new PassageFacts.Builder(AT.toEpochMilli(), "EST-1").plate("TÜAB12", "DE").build());
  }

  @Test
  void anEmptyConfidenceIsFullAndAnEmptyTypeUnknown() throws Exception {
    assertThat(parse(HEADER, "2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,")).isEqualTo(facts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FIELDS     | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,,",
        "FIELDS     | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,",
        "FIELDS     | no table at all",
        "QUOTES     | 2026-03-02T01:10:00Z,EST-1,,,\"1ABC234,BE,,,",
        "QUOTES     | 2026-03-02T01:10:00Z,EST-1,,,\"1ABC\"234,BE,,,",
        "TIME       | 2026-03-02T01:10:00,EST-1,,,1ABC234,BE,,,",
        "CAMERA     | 2026-03-02T01:10:00Z,EST-9,,,1ABC234,BE,,,",
        "CAMERA     | 2026-03-02T01:10:00Z,est-1,,,1ABC234,BE,,,",
        "CAMERA     | 2026-03-02T01:10:00Z,,,,1ABC234,BE,,,",
        "PLATE      | 2026-03-02T01:10:00Z,EST-1,,,,BE,,,",
        "PLATE      | 2026-03-02T01:10:00Z,EST-1,,,--,BE,,,",
        "PLATE      | 2026-03-02T01:10:00Z,EST-1,,,1ABC234ABC234ABC234ABC234ABC234ABC234ABC2,BE,,,",
        "PLATE      | 2026-03-02T01:10:00Z,EST-1,,,Ü1ABC234ABC234ABC234ABC234ABC234ABC234,BE,,,",
        "COUNTRY    | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,Belgium,,,",
        "COUNTRY    | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,QQ,,,",
        "CROSSING   | 2026-03-02T01:10:00Z,EST-1,FR,,1ABC234,BE,,,",
        "CROSSING   | 2026-03-02T01:10:00Z,EST-1,,BE,1ABC234,BE,,,",
        "CROSSING   | 2026-03-02T01:10:00Z,EST-1,BE,BE,1ABC234,BE,,,",
        "TYPE       | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,LORRY,,",
        "COLOUR     | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,PINK,",
        "CONFIDENCE | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,93",
        "CONFIDENCE | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,-0.1",
        "CONFIDENCE | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,0.9.1",
        "CONFIDENCE | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,99999999999999999999999",
        "CONFIDENCE | 2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,sure",
      })
  void whatIsWrongIsRefusedWithItsReason(Refusal reason, String line) {
    assertThatThrownBy(() -> parse(HEADER, line)).isSameAs(reason.exception());
  }

  @Test
  void manyDigitsOfAConfidenceAreNoHarm() throws Exception {
    assertThat(
            parse(HEADER, "2026-03-02T01:10:00Z,EST-1,,,1ABC234,BE,,,0.750000000000000000000001")
                .confidencePercent())
        .isEqualTo(75);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at,camera | names no column 'plate'",
        "2026-03-02T01:10:00Z,EST-1,1ABC234 | names no column 'at'",
        "at,camera,plate,plate | two columns are called plate",
        "'at,camera,\"plate' | quotes that do not close",
      })
  void aHeaderThatDoesNotDoIsExplained(String header, String explanation) {
    assertThatThrownBy(() -> header(header))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining(explanation);
  }

  @Test
  void aColumnWithoutUseIsToldWithWhatWasPerhapsMeant() throws Exception {
    assertThat(header("at,camera,plate,color,speed").unknown())
        .containsExactly("'color' (did you mean 'colour'?)", "'speed'");
  }

  private static PassageFacts facts() {
    return new PassageFacts.Builder(AT.toEpochMilli(), "EST-1").plate("1ABC234", "BE").build();
  }

  private PassageFacts parse(String header, String line) throws Exception {
    byte[] bytes = ("\n" + line + "\n,").getBytes(StandardCharsets.UTF_8);
    return new CsvPassages(header(header), ConfigFile.defaults().catalogue())
        .parse(bytes, 1, bytes.length - 2);
  }

  private CsvHeader header(String header) throws IOException, UnusableInputException {
    return CsvHeader.of(Files.writeString(folder.resolve("passages.csv"), header));
  }
}
