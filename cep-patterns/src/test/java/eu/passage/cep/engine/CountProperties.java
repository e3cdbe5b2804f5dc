package eu.passage.cep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Body.Count;
import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Rule;
import eu.passage.schemas.cameras.Camera;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Counts of passages and of different values, against counting them one by one. */
class CountProperties {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aCountComesTrueWhereCountingOneByOneSaysSo(
      @ForAll("asks") Ask ask,
      @ForAll("distinct") Distinct distinct,
      @ForAll("numbers") int atLeast,
      @ForAll("within") Duration within,
      @ForAll("traffic") List<PassageFacts> traffic) {
    Rule rule = Rules.of("count", new Count(ask.predicate(), distinct, atLeast), within);
    Subjects subjects = Subjects.of(rule);
    traffic.forEach(passage -> subjects.pass(passage, passage.at() - 1));

    assertThat(subjects.told)
        .extracting(Hit::passages)
        .isEqualTo(oneByOne(ask, distinct, atLeast, within.toMillis(), traffic));
    Statistics.collect(subjects.told.isEmpty() ? "no alert" : "alerts");
    Statistics.coverage(coverage -> coverage.check("alerts").percentage(p -> p > 25));
  }

  /** The evidence of each alert: of each value the latest passage, as many as are enough. */
  private static List<List<PassageFacts>> oneByOne(
      Ask ask, Distinct distinct, int atLeast, long within, List<PassageFacts> traffic) {
    Map<Long, List<PassageFacts>> alerts = new LinkedHashMap<>();
    for (int closing = 0; closing < traffic.size(); closing++) {
      PassageFacts last = traffic.get(closing);
      List<PassageFacts> evidence = new ArrayList<>();
      Set<Object> values = new HashSet<>();
      for (int i = closing; i >= 0 && evidence.size() < atLeast; i--) {
        PassageFacts passage = traffic.get(i);
        if (last.at() - passage.at() < within
            && ask.of(passage, step -> null)
            && values.add(value(distinct, passage))) {
          evidence.add(0, passage);
        }
      }
      if (ask.of(last, step -> null) && evidence.size() == atLeast) {
        alerts.putIfAbsent(last.at(), evidence);
      }
    }
    return List.copyOf(alerts.values());
  }

  private static Object value(Distinct distinct, PassageFacts passage) {
    Camera camera = Border.CAMERAS.find(passage.camera()).orElseThrow();
    return switch (distinct) {
      case CAMERA -> camera.id();
      case ROAD -> camera.road();
      case ZONE -> camera.zone();
      case COUNTRY -> CountryCode.of(camera.country());
      case TYPE -> passage.type();
      case COLOUR -> passage.colour();
      case DAY -> LocalClock.BRUSSELS.epochDay(passage.at());
    };
  }

  @Provide
  Arbitrary<Ask> asks() {
    return RandomRules.ask();
  }

  @Provide
  Arbitrary<Distinct> distinct() {
    return Arbitraries.of(Distinct.class);
  }

  @Provide
  Arbitrary<Integer> numbers() {
    return Arbitraries.of(1, 2, 2, 2, 3);
  }

  @Provide
  Arbitrary<Duration> within() {
    return RandomRules.within();
  }

  /** One vehicle, over two days. */
  @Provide
  Arbitrary<List<PassageFacts>> traffic() {
    return RandomTraffic.ofVehicles(1, 25);
  }
}
