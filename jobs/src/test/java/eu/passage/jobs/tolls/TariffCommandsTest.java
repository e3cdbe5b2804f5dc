package eu.passage.jobs.tolls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class TariffCommandsTest {

  private static final String TARIFF =
      """
      tariff: mine
      version: "2026"
      title: Trucks on the N511
      source: Council decision of 2025-12-01
      validFrom: 2026-01-01
      validTo: 2027-01-01
      zone: Europe/Brussels
      currency: EUR
      vat: exclusive
      at: {points: [EST-1]}
      per: passage
      by: {euroClass: [0..4, 5..]}
      prices: {0..4: "3.10", 5..: "2.05"}
      assume: {euroClass: 0}
      exempt: {military: {uses: [military]}}
      tests:
        - vehicle: {euroClass: 6}
          given: 2026-03-10 08:00 1ABC234 @EST-1 owes 2.05
      """;
  private static final String[] PRICE = {"price", "--point", "EST-1", "--at", "2026-03-11T12:00"};

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"commune-per-passage", "be-2019", "fr-axles"})
  void whatIsShownIsRightAsAFileOfOnesOwn(String name) throws IOException {
    assertThat(run("show", name)).isEqualTo(ExitCode.OK);
    String mine = file("mine.yaml", out.toString());
    out.getBuffer().setLength(0);

    assertThat(run("test", mine)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).matches("\\d tariffs?, \\d+ tests with \\d+ passages: all pass\n");
  }

  @Test
  void withoutAFileThoseOfTheConfigurationAreMeant() {
    assertThat(run("check")).isEqualTo(ExitCode.OK);
    assertThat(out).hasToString("2 tariffs are right\n");
  }

  @Test
  void theSchemaIsShownToo() throws IOException {
    assertThat(run("show", "schema")).isEqualTo(ExitCode.OK);
    assertThat(new ObjectMapper().readTree(out.toString()).path("title").asText())
        .isEqualTo("Passage tariff");
  }

  @Test
  void aNameThatIsNoneIsAnsweredWithTheOthers() {
    assertThat(run("show", "be-2018")).isEqualTo(ExitCode.NEGATIVE);
    assertThat(err.toString())
        .contains("No tariffs 'be-2018'")
        .contains("(did you mean 'be-2019'?)")
        .contains("commune-per-passage, be-2019, fr-axles");
  }

  @Test
  void everyFaultIsShownWithItsPlaceACaretAndAdvice() throws IOException {
    String wrong = file("wrong.yaml", TARIFF.replace("\"3.10\"", "3.10").replace("title", "titel"));

    assertThat(run("check", wrong)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(out.toString())
        .startsWith(wrong + ":3:1: 'titel' is no key of a tariff (did you mean 'title'?).")
        .contains(wrong + ":13:16: '3.10' stands without quotes.")
        .contains("\n                 ^\n  Write \"3.10\"")
        .endsWith("faults\n");
  }

  @Test
  void aTestThatFailsRefusesTheFile() throws IOException {
    String wrong = file("wrong.yaml", TARIFF.replace("owes 2.05", "owes 2"));

    for (String command : new String[] {"check", "test"}) {
      out.getBuffer().setLength(0);
      assertThat(run(command, "--json", wrong)).isEqualTo(ExitCode.NEGATIVE);
      JsonNode fault = new ObjectMapper().readTree(out.toString());
      assertThat(fault.path("fault").asText())
          .isEqualTo("The test fails: this passage owes 2.0500.");
      assertThat(fault.path("line").asInt()).isEqualTo(18);
    }
  }

  @Test
  void tariffsOfSeveralFilesMustStandTogether() throws IOException {
    String mine = file("mine.yaml", TARIFF);

    assertThat(run("check", "commune-per-passage", mine)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(out.toString())
        .contains(
            "Tariffs commune-per-passage 2026 and mine 2026 could both apply to one passage at"
                + " EST-1; the other stands at commune-per-passage:");
  }

  @Test
  void aFileThatIsNotThereHidesNoOther() throws IOException {
    String wrong = file("wrong.yaml", TARIFF.replace("EUR", "EURO"));

    assertThat(run("check", "no-such.yaml", wrong)).isEqualTo(ExitCode.NEGATIVE);
    assertThat(out.toString())
        .contains("no-such.yaml:1:1: There is no such file, and no shipped one.")
        .contains("'EURO' is no currency")
        .endsWith("2 faults\n");
  }

  @Test
  void aTariffWithoutTestsIsWarnedOf() throws IOException {
    String untested = file("untested.yaml", TARIFF.replaceAll("(?s)tests:.*", ""));

    assertThat(run("test", untested)).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains(untested + ":1: mine 2026 has no tests")
        .endsWith("1 tariff, 0 tests with 0 passages\n");
  }

  @Test
  void aPriceIsToldWithEverythingItRestsOn() throws IOException {
    String mine = file("mine.yaml", TARIFF);

    assertThat(run(price("--euro", "6", mine))).isEqualTo(ExitCode.OK);
    assertThat(out)
        .hasToString(
            """
            2.0500 EUR, value added tax comes on top
            by mine 2026: Trucks on the N511; Council decision of 2025-12-01
              exemption  none    the vehicle registry
              euroClass  6       the vehicle registry
              price      2.0500  the tariff
            Final: it rests on nothing assumed.
            """);
  }

  @Test
  void whatNobodyKnowsIsToldAsAssumed() throws IOException {
    String mine = file("mine.yaml", TARIFF);

    assertThat(run(price(mine))).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("3.1000 EUR")
        .contains("euroClass  0       assumed, since nobody knows")
        .endsWith("For review: a person must look, since nobody knows euroClass.\n");
    out.getBuffer().setLength(0);

    run(price("--silent", mine));
    assertThat(out.toString())
        .endsWith("Provisional: the vehicle registry is asked again for exemption, euroClass.\n");
  }

  @Test
  void scriptsGetTheSameAsJson() throws IOException {
    String mine = file("mine.yaml", TARIFF);

    assertThat(run(price("--json", "--use", "military", mine))).isEqualTo(ExitCode.OK);
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.path("status").asText()).isEqualTo("FINAL");
    assertThat(answer.path("charge").path("amount").asText()).isEqualTo("0.0000");
    assertThat(answer.path("charge").path("exemption").asText()).isEqualTo("military");
    assertThat(answer.path("charge").path("inputs").path(0).path("source").asText())
        .isEqualTo("REGISTRY");
  }

  @Test
  void aWayIsPricedFromItsEntry() {
    assertThat(
            run(
                "price",
                "--point",
                "A8-ATH",
                "--from",
                "A8-TOURNAI",
                "--at",
                "2019-08-01T08:25",
                "--from-at",
                "2019-08-01T08:00",
                "--euro",
                "5",
                "--mass",
                "40000",
                "be-2019"))
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("3.6716 EUR").contains("A8-TOURNAI > A8-ATH");
    out.getBuffer().setLength(0);

    run("price", "--point", "A8-ATH", "--at", "2019-08-01T08:25", "be-2019");
    assertThat(out.toString()).startsWith("Nothing is owed");
  }

  @Test
  void aMomentThatIsNoneIsAnErrorOfUsage() {
    assertThat(run("price", "--point", "EST-1", "--at", "noon")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'noon' is no moment: write --at as");
    assertThat(run(price("--silent", "--euro", "6"))).isEqualTo(ExitCode.USAGE);
  }

  private static String[] price(String... more) {
    String[] all = Arrays.copyOf(PRICE, PRICE.length + more.length);
    System.arraycopy(more, 0, all, PRICE.length, more.length);
    return all;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... args) {
    return new CommandLine(new TollsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
