package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to hang, to fill the memory or to crash; those that are too big for a file. */
class HostileRulesTest {

  private static final Duration NO_HANG = Duration.ofSeconds(5);
  private static final RuleLanguage LANGUAGE = Rules.language();
  private static final String HEAD = "rule: hostile\ntitle: Hostile\n";

  @Test
  void aFileOfTenMegabytesIsRefusedUnread() {
    assertThat(faults(HEAD + "when: passage\ndescription: " + "x".repeat(10_000_000)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.message())
                  .isEqualTo("The file has 10,000,056 characters; 4,194,304 are the most.");
              assertThat(fault.render()).hasSizeLessThan(500);
            });
  }

  @Test
  void aRuleOfAMegabyteIsRefusedAndItsNeighboursAreRead() {
    assertThat(
            faults(
                "rule: a\ntitle: A\nwhen: pasage\n---\n"
                    + HEAD
                    + "description: "
                    + "x ".repeat(500_000)))
        .extracting(Fault::line)
        .containsExactly(3, 5);
  }

  @Test
  void tenThousandStepsAreOneFault() {
    String steps =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "- then s" + i + ": crossing\n")
            .collect(Collectors.joining("", "sequence:\n", "within: 1h\n"));

    assertThat(faults(HEAD + steps))
        .singleElement()
        .extracting(Fault::message, Fault::line)
        .containsExactly(
            "The sequence has 10,000 steps; 8 are the most, since every step multiplies the ways"
                + " to match.",
            12);
  }

  @Test
  void tenThousandUnknownKeysAreShownAsAHundred() {
    String keys =
        IntStream.range(0, 10_000).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());

    assertThat(faults(HEAD + "when: passage\n" + keys))
        .hasSize(101)
        .last()
        .extracting(Fault::message)
        .isEqualTo("There are 9,900 more faults.");
  }

  @Test
  void tenThousandAndOnePlatesAreTooMany() {
    assertThat(faults(HEAD + "when: list('all')\nlists: {all: [" + plates(10_001) + "]}\n"))
        .singleElement()
        .extracting(Fault::message)
        .isEqualTo("The rule's lists hold more than 10,000 plates.");
  }

  @Test
  void tenThousandPlatesAreFine() throws RuleException {
    assertThat(
            LANGUAGE.parse(
                "f", HEAD + "when: list('all')\nlists: {all: [" + plates(10_000) + "]}\n"))
        .hasSize(1);
  }

  @Test
  void fiftyOneTestsAreTooMany() {
    String test = "  - given: 02:10 1ABC234 FR>BE @EST-1\n    expect: []\n";

    assertThat(faults(HEAD + "when: passage\ntests:\n" + test.repeat(51)))
        .singleElement()
        .extracting(Fault::message)
        .asString()
        .startsWith("The rule has 51 tests; 50 are the most");
  }

  @Test
  void scenariosFullOfFaultsAreAnsweredAtOnce() {
    String given = "      25:00\n".repeat(20_000);
    String expect = ", 25:00".repeat(25_000).substring(2);

    assertThat(faults(HEAD + "when: passage\ntests:\n  - given: |\n" + given + "    expect: []\n"))
        .hasSize(101);
    assertThat(
            faults(
                HEAD
                    + "when: passage\ntests:\n  - given: 02:10 1ABC234 @EST-1\n    expect: ["
                    + expect
                    + "]\n"))
        .hasSize(101);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rule: %s",
        "title: %s",
        "severity: %s",
        "purpose: %s",
        "notify: [%s]",
        "within: %s",
        "once: %s",
        "unless: %s",
        "when: %s",
        "? %s\n: x",
        "count: {of: %s, atLeast: 3, within: 1h}",
        "count: {where: %s, atLeast: 3, within: 1h}",
        "count: {distinct: %s, atLeast: 3, within: 1h}",
        "count: {atLeast: %s, within: 1h}",
        "pair: {at: %s, gap: 20s}",
        "convoy: {at: camera, gap: 20s, vehicles: %s}",
        "lists: {a: [%s]}",
        "lists: {? %s : [1ABC234]}",
        "sequence: [{? %s : passage}, {then b: passage}]",
        "sequence: [{a: passage}, {? then %s : passage}]",
        "sequence: [{a: passage}, {? %s b : passage}]",
        "sequence: [{a: passage}, {then b: passage, times: %s}]",
        "sequence: [{a: passage}, {then b: passage, optional: %s}]",
        "sequence: [{a: passage}, {then b: passage, ? %s : passage}]",
        "tests: [{given: %s, expect: []}]",
        "tests: [{given: 02:10 %s @EST-1, expect: []}]",
        "tests: [{given: 02:10 1ABC234 @%s, expect: []}]",
        "tests: [{given: 02:10 1ABC234 @EST-1 make=%s %1$s, expect: []}]",
        "tests: [{given: 02:10 1ABC234 @EST-1, expect: [%s]}]",
        "tests: [{given: 02:10 1ABC234 @EST-1, expect: [02:10 %s]}]"
      })
  void aWordOfFiftyThousandCharactersIsAnsweredInAFewLines(String key) {
    for (String piece : List.of("a", "a-", "1", "9.", "1ABC2 ", "a  ", "D-1..", "((")) {
      String word = piece.repeat(50_000 / piece.length());

      for (Fault fault : faults("when: passage\n" + key.formatted(word))) {
        assertThat(fault.message() + fault.advice()).hasSizeLessThan(700);
      }
    }
  }

  @Test
  void aThousandAndOneRulesAreTooMany() {
    String rules =
        IntStream.rangeClosed(0, 1_000)
            .mapToObj(i -> "rule: r" + i + "\ntitle: R\nwhen: passage\n")
            .collect(Collectors.joining("---\n"));

    assertThat(faults(rules)).singleElement().extracting(Fault::line).isEqualTo(1 + 1_000 * 4);
  }

  @Test
  void openBracketsWithoutEndAreRefused() {
    assertThat(faults(HEAD + "when: " + "[".repeat(200_000))).hasSize(1);
    assertThat(faults(HEAD + "when: " + "{a: ".repeat(60_000))).hasSize(1);
    assertThat(faults(HEAD + "when: \"" + "(".repeat(200_000) + "\"")).hasSize(1);
    assertThat(faults("? ".repeat(100_000))).isNotEmpty();
    assertThat(faults("- ".repeat(100_000))).isNotEmpty();
  }

  @Test
  void anExpressionThatExplodesInOtherEnginesIsRefused() {
    for (String regex : List.of("(a+)+$", "(a|a)*b", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$")) {
      assertThat(faults(HEAD + "when: \"plate.matches('" + regex + "')\"\n")).isNotEmpty();
    }
  }

  /** Any rule with some of its characters replaced: a rule all the same, or faults with places. */
  @Property(tries = 300)
  void damageIsAnsweredWithFaultsInsideTheFile(@ForAll("damaged") String text) {
    List<String> lines = List.of(text.split("\n", -1));

    try {
      assertThat(LANGUAGE.parse("f", text)).isNotNull();
    } catch (RuleException e) {
      assertThat(e.faults()).isNotEmpty();
      for (Fault fault : e.faults()) {
        assertThat(fault.line()).isBetween(1, lines.size());
        String line = lines.get(fault.line() - 1);
        assertThat(fault.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
        assertThat(fault.sourceLine()).isEqualTo(line);
        assertThat(fault.message()).endsWith(".");
        assertThat(fault.render()).isNotBlank();
      }
    }
  }

  @Provide
  Arbitrary<String> damaged() throws Exception {
    String whole = Rules.read(AcceptedRulesTest.FOLDER.resolve("architecture.yaml"));
    String other = Rules.read(AcceptedRulesTest.FOLDER.resolve("steps.yaml"));
    Arbitrary<Integer> place = Arbitraries.integers().between(0, other.length() - 1);
    Arbitrary<String> piece =
        Arbitraries.of(
            "",
            " ",
            "\n",
            "  ",
            "\t",
            "'",
            "\"",
            ":",
            ": ",
            "-",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "|",
            ">",
            "&",
            "*",
            "!",
            "#",
            ",",
            "?",
            "---\n",
            "%",
            "@",
            "\\",
            "\uD83D\uDE9A",
            "é",
            "0",
            "99999999999",
            "not ",
            "then ",
            "null",
            "~",
            "..",
            "(",
            ")");
    Arbitrary<Integer> cut = Arbitraries.integers().between(0, 12);
    return Arbitraries.of(whole, other)
        .flatMap(
            text ->
                net.jqwik.api.Combinators.combine(place, cut, piece)
                    .as(
                        (at, length, with) ->
                            text.substring(0, Math.min(at, text.length()))
                                + with
                                + text.substring(Math.min(at + length, text.length()))));
  }

  private static String plates(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "1ABC%05d BE".formatted(i))
        .collect(Collectors.joining(", "));
  }

  private static List<Fault> faults(String text) {
    return assertTimeoutPreemptively(
        NO_HANG,
        () -> {
          RuleException e =
              catchThrowableOfType(RuleException.class, () -> LANGUAGE.parse("f", text));
          assertThat(e).isNotNull();
          return e.faults();
        });
  }
}
