package eu.passage.cep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.DetectionSettings;
import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.kit.RuleTrial;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLanguage;
import eu.passage.cep.model.Rule;
import eu.passage.cep.wording.Wording;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How often the shipped rules alert where nothing happens: on a week of {@link EverydayBorder},
 * after four weeks in which habits were learnt.
 */
class FalseAlarmsTest {

  /** A Monday; no holiday and no change of the clocks in the week that is counted. */
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);

  private static final int LEARNT = 28;
  private static final int COUNTED = 7;
  private static final long SEED = 20_260_112;
  private static final int AT_A_TIME = 100;
  private static final CameraTable CAMERAS = new CameraTable(Estaimpuis.CAMERAS);

  /**
   * The most alerts in 10,000 passages. Strange trucks that drive on by roads without a camera are
   * what {@code truck-did-not-return} is about: it cannot tell them from those that stay.
   */
  private static final Map<String, Double> MOST =
      Map.of(
          "night-dash", 2.0,
          "recurring-crossings", 2.0,
          "truck-did-not-return", 70.0,
          "odd-schedule", 2.0,
          "first-seen-at-night", 2.0);

  private static final double SELDOM = 0.5;

  @Test
  void areFew() throws RuleException {
    List<List<PassageFacts>> vehicles =
        readAs(EverydayBorder.vehicles(SEED, FIRST, LEARNT + COUNTED, 2));
    long from = FIRST.plusDays(LEARNT).atStartOfDay(Wording.ZONE).toInstant().toEpochMilli();
    List<PassageFacts> week = together(vehicles).stream().filter(p -> p.at() >= from).toList();
    List<PassageFacts> busyDay =
        together(EverydayBorder.vehicles(SEED, FIRST.plusDays(LEARNT), 1, 12));

    Map<String, Double> alarms = new LinkedHashMap<>();
    for (String id : ShippedRules.ALL) {
      Rule rule = rule(id);
      alarms.put(
          id,
          rule.together() == null
              ? rate(alarms(rule, vehicles, from), week)
              : rate(alarms(rule, List.of(busyDay), 0), busyDay));
    }

    assertThat(busyDay).hasSizeGreaterThan(10_000);
    assertThat(alarms)
        .allSatisfy(
            (id, rate) ->
                assertThat(rate).as(id).isLessThanOrEqualTo(MOST.getOrDefault(id, SELDOM)));
  }

  private static double rate(long alarms, List<PassageFacts> passages) {
    return Math.round(alarms * 100_000.0 / passages.size()) / 10.0;
  }

  /** Misreads make vehicles of their own. */
  private static List<List<PassageFacts>> readAs(List<List<PassageFacts>> vehicles) {
    return List.copyOf(
        together(vehicles).stream()
            .collect(
                Collectors.groupingBy(
                    PassageFacts::vehicle, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static List<PassageFacts> together(List<List<PassageFacts>> vehicles) {
    return vehicles.stream().flatMap(List::stream).sorted(PassageFacts.ORDER).toList();
  }

  /** Some vehicles at a time: a trial takes long to set up, and looks at all of its vehicles. */
  private static long alarms(Rule rule, List<List<PassageFacts>> vehicles, long from) {
    long alarms = 0;
    for (int i = 0; i < vehicles.size(); i += AT_A_TIME) {
      List<PassageFacts> some =
          together(vehicles.subList(i, Math.min(vehicles.size(), i + AT_A_TIME)));
      alarms +=
          new RuleTrial(rule, CAMERAS)
              .pass(some).end().told().stream().filter(hit -> hit.at() >= from).count();
    }
    return alarms;
  }

  private static Rule rule(String id) throws RuleException {
    return new RuleLanguage(
            Estaimpuis.CAMERAS, DetectionSettings.of(Estaimpuis.CAMERAS).ruleLimits())
        .parse(id, ShippedRules.text(id))
        .get(0)
        .rule();
  }
}
