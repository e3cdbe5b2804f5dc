package eu.passage.cep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The index finds exactly what looking at every pattern finds. */
class PatternIndexProperties {

  private static final String[] ZONES = {"border", "town", "motorway"};
  private static final String[] MAKES = {null, null, "Volvo", "FIAT"};
  private static final String[] COUNTRIES = {"", "", "BE", "FR"};
  private static final long DAY = 86_400_000L;
  private static final long START = Samples.local("2026-03-10T00:00").toEpochMilli();

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void itFindsWhatAScanFinds(@ForAll Random random) {
    PatternIndex index = new PatternIndex();
    Map<String, WatchPattern> all = new HashMap<>();
    for (int step = 0; step < 400; step++) {
      String id = "W-" + random.nextInt(120);
      if (random.nextInt(4) == 0) {
        index.remove(id);
        all.remove(id);
      } else {
        WatchPattern pattern = new WatchPattern(entry(id, random));
        index.put(pattern);
        all.put(id, pattern);
      }
      PassageFacts passage = passage(random);
      int zone = NameCode.of(pick(ZONES, random));
      List<WatchPattern> scanned =
          all.values().stream().filter(pattern -> pattern.fits(passage, zone)).toList();

      assertThat(index.fitting(passage, zone)).containsExactlyInAnyOrderElementsOf(scanned);
      Statistics.collect(scanned.isEmpty() ? "none" : "some");
    }
    Statistics.coverage(coverage -> coverage.check("some").percentage(p -> p > 20));
  }

  private static WatchEntry entry(String id, Random random) {
    String plate = random.nextInt(3) == 0 ? "" : text("AB1?*", 7, random);
    WatchEntry entry = Samples.entry(id, plate, "2026-03-01T00:00", "2026-04-01T00:00");
    entry.setCountry(pick(COUNTRIES, random));
    entry.setType(
        random.nextBoolean() ? VehicleType.UNKNOWN : VehicleType.values()[random.nextInt(3)]);
    entry.setColour(random.nextBoolean() ? Colour.UNKNOWN : Colour.values()[random.nextInt(3)]);
    entry.setMake(pick(MAKES, random));
    entry.setToCountry(random.nextInt(4) == 0 ? "BE" : null);
    if (random.nextInt(3) == 0) {
      entry.setZones(new ArrayList<>(List.of(pick(ZONES, random), pick(ZONES, random))));
    }
    if (random.nextInt(4) == 0) {
      entry.setFromTime("22:00");
      entry.setUntilTime("05:00");
    }
    return entry;
  }

  private static PassageFacts passage(Random random) {
    PassageFacts.Builder passage =
        new PassageFacts.Builder(START + random.nextLong(DAY), "EST-1")
            .plate(text("AB1", 5, random), random.nextBoolean() ? "BE" : null)
            .type(VehicleType.values()[random.nextInt(3)])
            .colour(Colour.values()[random.nextInt(3)])
            .make(pick(MAKES, random));
    return (random.nextBoolean() ? passage.crossing("FR", "BE") : passage).build();
  }

  private static String text(String characters, int most, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static String pick(String[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
