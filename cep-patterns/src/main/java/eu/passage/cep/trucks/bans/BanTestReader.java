package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataLine;
import eu.passage.cep.language.DataText;
import eu.passage.cep.language.RuleTest.Expected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scenarios that a ban carries. */
final class BanTestReader {

  private static final List<String> KEYS = List.of("given", "expect");
  private static final String GIVEN = "given: |   and below it, indented, a line for each passage";
  private static final String EXPECT = "expect: [10:10 1TRK555], or expect: [] for no breach";

  private final DataFields ban;
  private final ChargingPoints points;

  BanTestReader(DataFields ban, ChargingPoints points) {
    this.ban = ban;
    this.points = points;
  }

  List<BanTest> read() {
    List<BanTest> tests = new ArrayList<>();
    for (DataFields test : ban.parts("tests", "a test", KEYS, "- given: | … and expect: [ … ]")) {
      test.require("given", GIVEN);
      test.require("expect", EXPECT);
      Optional<DataText> text = test.text("given", GIVEN);
      List<DataLine> lines = text.map(DataText::lines).orElse(List.of());
      if (lines.isEmpty() && ban.clean()) {
        test.fault(
            "given", "The test gives no passage.", "Write lines like " + SightingLine.EXAMPLE);
      }
      List<Sighting> given =
          lines.stream().flatMap(line -> new SightingLine(line, points).read().stream()).toList();
      List<Expected> expected = new ArrayList<>();
      if (!given.isEmpty()
          && given.size() == lines.size()) { // else a plate may be missing that was given
        Set<String> plates = given.stream().map(Sighting::plate).collect(Collectors.toSet());
        test.listed("expect", EXPECT).stream()
            .flatMap(breach -> breach.line().expected(plates).stream())
            .forEach(expected::add);
      }
      expected.sort(Comparator.comparing(Expected::at));
      tests.add(new BanTest(test.line(), given, expected));
    }
    return tests;
  }
}
