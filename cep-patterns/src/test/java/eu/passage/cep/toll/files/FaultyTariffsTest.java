package eu.passage.cep.toll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is told with its place and what would be right. */
class FaultyTariffsTest {

  private static final String GOOD =
      """
      tariff: test
      version: "1"
      title: A test
      validFrom: 2026-01-01
      validTo: 2027-01-01
      zone: Europe/Brussels
      currency: EUR
      vat: none
      at: {points: [A]}
      per: passage
      by: {euroClass: [0..2, 3, 4..], time: ["22:00-06:00", otherwise]}
      prices:
        0..2: {"22:00-06:00": "1", otherwise: "3"}
        3: {"22:00-06:00": "1", otherwise: "2.0001"}
        4..: {"22:00-06:00": "1", otherwise: "2"}
      assume: {euroClass: 0}
      exempt:
        military: {uses: [military], plates: ["BE:CD*"]}
      cap: "25.00"
      tests:
        - vehicle: {euroClass: 3}
          given: |
            2026-03-10 08:00 1ABC234 @A owes 2.0001
      """;
  private static final String WAYS =
      """
      tariff: test
      version: "1"
      title: A test
      validFrom: 2026-01-01
      validTo: 2027-01-01
      zone: Europe/Brussels
      currency: EUR
      vat: none
      per: km
      price: "0.13"
      ways:
        - {from: A, to: B, within: 2h, km: "12.4"}
      """;

  @Test
  void theTariffsThatTheOthersAreMadeOfAreRight() throws RuleException {
    assertThat(TariffFile.parse("test.yaml", GOOD)).hasSize(1);
    assertThat(TariffFile.parse("test.yaml", WAYS)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "validTo: 2027|validUntil: 2027|5:1: 'validUntil' is no key of a tariff (did you mean 'validTo'?).",
        "cap: \"25.00\"|caps: \"25.00\"|19:1: 'caps' is no key of a tariff (did you mean 'cap'?).",
        "version: \"1\"|source: x|1:1: A tariff has no 'version'.",
        "tariff: test|tariff: My Test|1:9: A tariff's name is made of lower-case words with hyphens"
            + " between, and 'My Test' is not.",
        "validTo: 2027-01-01|validTo: 2026-01-01|5:1: It ends before it begins, so it never holds.",
        "validTo: 2027-01-01|validTo: 2027-02-30|5:10: '2027-02-30' is no day.",
        "Europe/Brussels|Europe/Bruxelles|6:7: 'Europe/Bruxelles' is no time zone (did you mean"
            + " 'Europe/Brussels'?).",
        "Europe/Brussels|Belgium|6:7: 'Belgium' is no time zone.",
        "EUR|EURO|7:11: 'EURO' is no currency (did you mean 'EUR'?).",
        "vat: none|vat: 21%|8:6: '21%' does not say whether prices contain value added tax.",
        "at: {points: [A]}|at: {}|9:1: It does not say where trucks pay.",
        "at: {points: [A]}|at: {points: []}|9:14: 'points' is empty.",
        "at: {points: [A]}|at: {countries: [XX]}|9:18: 'XX' is no country's code.",
        "per: passage|per: mile|10:6: Nothing is paid per 'mile'.",
        "otherwise: \"3\"|otherwise: 3|13:41: '3' stands without quotes.",
        "\"2.0001\"}|\"2.00001\"}|14:38: '2.00001' has 5 decimals; 4 are the most.",
        "\"2.0001\"}|\"-2\"}|14:38: '-2' is below zero.",
        "\"2.0001\"}|\"2,01\"}|14:38: '2,01' is no price.",
        "\"2.0001\"}|\"1e3\"}|14:38: '1e3' is no price.",
        "cap: \"25.00\"|cap: \"-1\"|19:6: '-1' is below zero.",
        "[0..2, 3, 4..]|[0..3, 3, 4..]|11:24: '3' overlaps '0..3', the band before it.",
        "[0..2, 3, 4..]|[0..1, 3, 4..]|11:24: Between '0..1' and '3' a gap is left.",
        "[0..2, 3, 4..]|[0..2, 3, 4]|11:27: What is above 4 has no price.",
        "[0..2, 3, 4..]|[2..0, 3, 4..]|11:18: '2..0' holds no number.",
        "[0..2, 3, 4..]|[EEV, 3, 4..]|11:18: 'EEV' is no band.",
        "euroClass: [0|euroclass: [0|11:6: 'euroclass' is no key of by (did you mean"
            + " 'euroClass'?).",
        "[\"22:00-06:00\", otherwise]|[\"22:00-06:00\", \"06:00-21:59\"]|11:55: Mon 21:59 has no"
            + " price.",
        "[\"22:00-06:00\", otherwise]|[\"22:00-06:00\", \"05:59-22:00\"]|11:55: '05:59-22:00'"
            + " overlaps a band before it: Mon 05:59 is in both.",
        "[\"22:00-06:00\", otherwise]|[\"Mon-Fry 22:00-06:00\", otherwise]|11:40: 'Mon-Fry"
            + " 22:00-06:00' names a day that is none.",
        "[\"22:00-06:00\", otherwise]|[\"22:00-25:00\", otherwise]|11:40: '22:00-25:00' are no"
            + " hours.",
        "[\"22:00-06:00\", otherwise]|[\"00:00-24:00\", otherwise]|11:55: All hours of the week"
            + " stand in the other bands, so 'otherwise' is never.",
        "3: {\"22:00-06:00\": \"1\", otherwise: \"2.0001\"}|3: {otherwise: \"2.0001\"}|14:3: The"
            + " price for euroClass 3, time 22:00-06:00 is missing.",
        "  3: {\"22|  3.5: {\"22|14:3: '3.5' is no band of euroClass.",
        "assume: {euroClass: 0}|region: x|1:1: A tariff has no 'assume'.",
        "assume: {euroClass: 0}|assume: {euroClass: none}|16:21: 'none' is in no band of"
            + " euroClass.",
        "assume: {euroClass: 0}|assume: {euroClass: 0, axles: 2}|16:24: 'axles' is no key of"
            + " assume.",
        "{uses: [military], plates: [\"BE:CD*\"]}|{}|18:3: Nothing says whom 'military' exempts.",
        "BE:CD*|CD*|18:41: 'CD*' is no series of plates.",
        "BE:CD*|BE:*|18:41: 'BE:*' is no series of plates.",
        "[military]|[Military Vehicle]|18:21: 'Military Vehicle' is no use of a vehicle.",
        "owes 2.0001|owes 2|23:40: The test fails: this passage owes 2.0001.",
        "owes 2.0001|owes nothing|23:40: The test fails: this passage owes 2.0001.",
        "owes 2.0001|exempt military|23:42: The test fails: this passage owes 2.0001.",
        "@A owes 2.0001|@A|23:32: The line does not say what it owes.",
        "owes 2.0001|costs 2.0001|23:35: 'costs' says nothing about a truck's passage.",
        "{euroClass: 3}|{euroClass: three}|21:26: 'three' is no whole number."
      })
  void aFaultIsToldWithItsPlace(String good, String bad, String fault) {
    assertThat(GOOD).contains(good);

    assertThat(faults(GOOD.replace(good, bad))).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "per: km|per: passage|11:1: Who pays per passage pays for no ways.",
        "per: km|per: way|10:1: Where each way has its price, none stands here.",
        "to: B|to: A|12:15: The way ends where it begins.",
        "\"12.4\"|12.4|12:38: '12.4' stands without quotes.",
        "\"12.4\"|\"12.4001\"|12:38: '12.4001' has 4 decimals; 3 are the most.",
        "\"12.4\"|\"0\"|12:38: A way of no length costs nothing.",
        "within: 2h|within: 4d|12:22: A way takes three days at most, since passages are kept for"
            + " as long."
      })
  void aFaultOfAWayIsToldWithItsPlace(String good, String bad, String fault) {
    assertThat(faults(WAYS.replace(good, bad))).contains(fault);
  }

  @Test
  void aWayNeedsATimeAndNamesItsPointsAlone() {
    assertThat(faults(WAYS.replace("within: 2h, ", "")))
        .containsExactly("12:5: A way has no 'within'.");
    assertThat(faults(WAYS.replace("per: km", "at: {points: [A]}\nper: km")))
        .containsExactly("9:1: Ways name their charging points themselves.");
  }

  @Test
  void aWayThatStandsThereTwiceIsAFault() {
    assertThat(faults(WAYS + "  - {from: A, to: B, within: 3h, km: \"1\"}\n"))
        .containsExactly("13:6: The way from 'A' to 'B' stands here for the second time.");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(
            faults(
                GOOD.replace("EUR", "EURO")
                    .replace("\"25.00\"", "25.00")
                    .replace("[0..2, 3, 4..]", "[0..2, 4..]")))
        .containsExactly(
            "7:11: 'EURO' is no currency (did you mean 'EUR'?).",
            "11:24: Between '0..2' and '4..' a gap is left.",
            "19:6: '25.00' stands without quotes.");
  }

  @Test
  void rowsThatCouldBothApplyAreToldByName() {
    String later = GOOD.replace("tariff: test", "tariff: other");

    assertThat(faults(GOOD + "---\n" + later))
        .containsExactly(
            "28:1: Tariffs test 1 and other 1 could both apply to one passage at A; the other"
                + " stands on line 1.");
  }

  @Test
  void versionsOfATariffFollowEachOtherAndHaveNamesOfTheirOwn() {
    String second = GOOD.replace("version: \"1\"", "version: \"2\"").replace("[A]", "[B]");
    String twice = GOOD.replace("[A]", "[B]").replace("2027", "2028").replace("2026", "2027");

    assertThat(faults(GOOD + "---\n" + second))
        .containsExactly(
            "28:1: Tariffs test 1 and test 2 are in force on the same days; the other stands on"
                + " line 1.");
    assertThat(faults(GOOD + "---\n" + twice))
        .containsExactly(
            "26:1: Tariffs test 1 and test 1 have the same id and version; the other stands on"
                + " line 1.");
  }

  @Test
  void aPassageIsNotChargedWhereAWayBegins() {
    String flat =
        WAYS.replace("tariff: test", "tariff: flat")
            .replace("per: km", "at: {points: [A]}\nper: passage")
            .replaceAll("(?s)ways:.*", "");

    assertThat(faults(WAYS + "---\n" + flat))
        .containsExactly(
            "17:1: Tariffs test 1 and flat 1 could both apply to one passage at A; the other stands"
                + " on line 1.");
  }

  @Test
  void tariffsAtOtherPlacesOrTimesStandTogether() throws RuleException {
    String elsewhere =
        GOOD.replace("tariff: test", "tariff: b").replace("[A]", "[B]").replace("@A", "@B");
    String further = WAYS.replace("tariff: test", "tariff: c").replace("A, to: B", "C, to: D");
    String onward = further.replace("tariff: c", "tariff: d").replace("C, to: D", "D, to: E");

    assertThat(
            TariffFile.parse(
                "test.yaml", String.join("---\n", List.of(GOOD, elsewhere, further, onward))))
        .hasSize(4);
  }

  @Test
  void aFileWithoutATariffIsAFault() {
    assertThat(faults("# nothing\n")).containsExactly("1:1: The file does not hold a tariff.");
  }

  private static List<String> faults(String text) {
    RuleException e =
        catchThrowableOfType(RuleException.class, () -> TariffFile.parse("test.yaml", text));
    assertThat(e).as("is refused").isNotNull();
    assertThat(e.faults()).allMatch(fault -> !fault.advice().isEmpty());
    return e.faults().stream().map(FaultyTariffsTest::text).toList();
  }

  private static String text(Fault fault) {
    return "%d:%d: %s".formatted(fault.line(), fault.column(), fault.message());
  }
}
