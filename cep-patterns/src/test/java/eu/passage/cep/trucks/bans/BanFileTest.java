package eu.passage.cep.trucks.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.Samples;
import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class BanFileTest {

  static final List<String> SHIPPED = BanTexts.SHIPPED;

  private static final String GOOD =
      """
      ban: no-transit
      version: "2026"
      title: No trucks in transit
      validFrom: 2026-01-01
      validTo: 2027-01-01
      transit: {country: BE, points: [EST-1, EST-3], within: 20m}
      exempt:
        - {plate: "FR:AB123CD", until: 2026-07-01, why: the mill}
      tests:
        - given: |
            10:00 1TRK555 FR>BE @EST-1
            10:10 1TRK555 BE>FR @EST-3
          expect: [10:10 1TRK555]
      """;

  private final BanFile file = new BanFile(Samples.CAMERAS);

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void theTestsOfShippedBansPass(String name) throws Exception {
    List<BanDocument> bans = file.parse(name, BanTexts.read(name));

    assertThat(bans).isNotEmpty().allMatch(one -> !one.tests().isEmpty());
    for (BanDocument one : bans) {
      assertThat(one.tests()).anyMatch(test -> test.expect().isEmpty());
      for (BanTest test : one.tests()) {
        BanTest.Outcome outcome = test.run(one.ban());
        assertThat(outcome.passed()).as("%s:%d %s", name, test.line(), outcome).isTrue();
      }
    }
  }

  @Test
  void theBanOfTheReadmeIsRightAndItsTestPasses() throws Exception {
    Matcher block =
        Pattern.compile("(?ms)^```yaml ban$\n(.*?)^```$")
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();
    BanDocument shown = file.parse("README.md", block.group(1)).get(0);

    assertThat(shown.tests()).hasSize(1).allMatch(test -> test.run(shown.ban()).passed());
  }

  @Test
  void aBanIsReadAsItIsWritten() throws RuleException {
    BanDocument read = file.parse("bans.yaml", GOOD).get(0);
    Ban ban = read.ban();

    assertThat(ban.id()).isEqualTo("no-transit");
    assertThat(ban.version()).isEqualTo("2026");
    assertThat(ban.language()).isEqualTo("en");
    assertThat(ban.validTo()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(ban.restriction().points()).containsExactlyInAnyOrder("EST-1", "EST-3");
    assertThat(ban.exemptions())
        .containsExactly(new Exemption("AB123CD", "FR", LocalDate.of(2026, 7, 1), "the mill"));
    assertThat(read.tests()).singleElement().matches(test -> test.run(ban).passed());
  }

  @Test
  void aTestThatIsWrongFailsAndSaysWhatCame() throws RuleException {
    String wrong = GOOD.replace("expect: [10:10 1TRK555]", "expect: [10:00 1TRK555]");
    BanDocument read = file.parse("bans.yaml", wrong).get(0);
    BanTest.Outcome outcome = read.tests().get(0).run(read.ban());

    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.missing()).extracting(one -> one.text()).containsExactly("10:00 1TRK555");
    assertThat(outcome.unexpected()).extracting(one -> one.text()).containsExactly("10:10 1TRK555");
  }

  @Test
  void aTitleOfMoreThanTwoHundredCharactersIsRefused() throws RuleException {
    String longest = "x".repeat(200);
    assertThat(file.parse("bans.yaml", GOOD.replace("No trucks in transit", longest))).hasSize(1);

    assertThatThrownBy(
            () -> file.parse("bans.yaml", GOOD.replace("No trucks in transit", longest + "x")))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("'title' has 201 characters; 200 are the most");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ban: no-transit | ban: No Transit | 1:6 | lower-case words
          version: "2026" | verzion: "2026" | 2:1 | 'verzion' is no key of a ban (did you mean 'version'?)
          title: No trucks in transit | titles: [a] | 3:1 | 'titles' is no key of a ban
          validFrom: 2026-01-01 | validFrom: 2026-13-01 | 4:12 | '2026-13-01' is no day
          validFrom: 2026-01-01 | language: xx | 4:11 | Nobody has written the sentences in 'xx'
          validTo: 2027-01-01 | validTo: 2025-01-01 | 5:1 | ends before it begins
          country: BE | country: BEL | 6:20 | 'BEL' is no country's code
          country: BE | country: NL | 6:33 | No camera of 'EST-1' sees who enters or leaves NL
          EST-3] | EST-9] | 6:40 | 'EST-9' is no charging point
          EST-3] | EST-1] | 6:40 | 'EST-1' stands here twice
          , EST-3] | ] | 6:24 | Who enters and leaves by one point is not in transit
          within: 20m | within: 20 min | 6:56 | is no span of time
          within: 20m | within: 25h | 6:48 | Nobody takes longer than a day
          within: 20m | within: 20m, enter: [EST-1], leave: [EST-1] | 6:85 | leads both in and out
          until: 2026-07-01 | til: 2026-07-01 | 8:5 | An exemption has no 'until'
          AB123CD" | AB123CD x" | 8:25 | Behind the plate stands something else
          10:00 1TRK555 FR>BE @EST-1 | 25:00 1TRK555 FR>BE @EST-1 | 11:7 | '25:00' is no time of day
          10:00 1TRK555 FR>BE @EST-1 | 10:00 1TRK555 FR>BE @EST-7 | 11:27 | 'EST-7' is no charging point
          10:00 1TRK555 FR>BE @EST-1 | 10:00 1TRK555 FR>BE @EST-1 TRUCK | 11:34 | 'TRUCK' says nothing
          expect: [10:10 1TRK555] | expect: [10:10 1TRK556] | 13:20 | No passage of '1TRK556' is given
          """)
  void aFaultIsShownWhereItIs(String good, String bad, String place, String message) {
    assertThat(GOOD).contains(good);
    List<Fault> faults = faults(GOOD.replace(good, bad));

    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.line() + ":" + fault.column()).isEqualTo(place);
              assertThat(fault.message()).contains(message);
              assertThat(fault.advice()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          closed: {points: [EST-1], hours: [{from: 22:00, to: 22:00}]} | begins and ends at the same time
          closed: {points: [EST-1], hours: [{from: 24:00, to: 06:00}]} | No hours begin at the day's end
          closed: {points: [EST-1], hours: [{from: 22:60, to: 06:00}]} | '22:60' is no time of day
          closed: {points: [EST-1], hours: [{days: [monday], from: 22:00, to: 06:00}]} | 'monday' is no day of the week
          closed: {points: [EST-1], hours: [{holidays: shut, from: 22:00, to: 06:00}]} | does not say what a public holiday is
          closed: {points: [EST-1], hours: []} | 'hours' is empty
          closed: {points: EST-1, hours: [{from: 22:00, to: 06:00}]} | 'points' is followed by a list
          closed: {hours: [{from: 22:00, to: 06:00}]} | Closed has no 'points'
          overweight: {points: [EST-1], most: 44000} | Overweight has no 'tolerance'
          overweight: {points: [EST-1], most: 44 t, tolerance: 5} | '44 t' is no whole number
          overweight: {points: [EST-1], most: 44000, tolerance: 90} | 'tolerance' must be from 0 to 50
          overweight: {points: [EST-1], most: 44000, byAxles: {two: 19000}, tolerance: 5} | 'two' is no number of axles
          overweight: {points: [EST-1], most: 44000, byAxles: {2: 19}, tolerance: 5} | '2' must be from 500
          """)
  void otherKindsAreCheckedToo(String kind, String message) {
    String transit = GOOD.lines().filter(line -> line.startsWith("transit")).findFirst().get();

    assertThat(faults(GOOD.replace(transit, kind)))
        .extracting(Fault::message)
        .anyMatch(text -> text.contains(message));
  }

  @Test
  void aBanForbidsOneThing() {
    assertThat(faults(GOOD + "overweight: {points: [EST-1], most: 44000, tolerance: 5}\n"))
        .extracting(Fault::message)
        .containsExactly("A ban forbids one thing, and this one has 'transit' and 'overweight'.");
    assertThat(faults("ban: a\nversion: x\ntitle: t\nvalidFrom: 2026-01-01\n"))
        .extracting(Fault::message)
        .containsExactly("A ban has no 'transit'.");
  }

  @Test
  void aTestThatGivesNothingIsAFault() {
    String given = "      10:00 1TRK555 FR>BE @EST-1\n      10:10 1TRK555 BE>FR @EST-3\n";
    assertThat(GOOD).contains(given);

    assertThat(faults(GOOD.replace(given, "      # later\n")))
        .extracting(Fault::message)
        .containsExactly("The test gives no passage.");
  }

  @Test
  void versionsOfABanFollowEachOther() throws RuleException {
    String next = GOOD.replace("2026\"", "2027\"").replace("2026-01-01", "2027-01-01");
    String after = next.replace("validTo: 2027-01-01", "validTo: 2028-01-01");

    assertThat(file.parse("bans.yaml", GOOD + "---\n" + after)).hasSize(2);
    assertThat(faults(GOOD + "---\n" + after.replace("validFrom: 2027", "validFrom: 2026")))
        .extracting(Fault::message)
        .containsExactly(
            "On some days both this version of 'no-transit' holds and version '2026', on line 1.");
    assertThat(faults(GOOD + "---\n" + GOOD))
        .extracting(Fault::message)
        .containsExactly("Version '2026' of 'no-transit' stands already on line 1.");
  }

  @Test
  void whatIsNoBanIsRefused() {
    assertThat(faults("")).extracting(Fault::message).contains("The file does not hold a ban.");
    assertThat(faults("- a list"))
        .extracting(Fault::message)
        .contains("A ban is written as keys and values, and this is none.");
  }

  @Test
  void ownFilesAreReadBesideTheShipped(@TempDir Path folder) throws Exception {
    Path own = Files.writeString(folder.resolve("own.yaml"), GOOD);

    assertThat(BanTexts.read(List.of("estaimpuis", own.toString()), Samples.CAMERAS))
        .extracting(one -> one.ban().id())
        .contains("no-transit", "overweight");
    assertThatThrownBy(
            () -> BanTexts.read(List.of(own.toString(), own.toString()), Samples.CAMERAS))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("Keep all versions of a ban in one file");
    String wrong = Files.writeString(folder.resolve("wrong.yaml"), "ban: A").toString();
    assertThatThrownBy(() -> BanTexts.read(List.of("estaimpui", wrong), Samples.CAMERAS))
        .hasMessageContaining(
            "estaimpui:1:1: There is no such file, and no shipped one (did you mean 'estaimpuis'?).")
        .as("and the faults of the others")
        .hasMessageContaining("A ban has no 'title'");
  }

  private List<Fault> faults(String text) {
    try {
      file.parse("bans.yaml", text);
      return List.of();
    } catch (RuleException e) {
      return e.faults();
    }
  }
}
