package eu.passage.cep.trucks.bans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the order in which passages arrive, the commune is told the same. */
class BreachOrderProperties {

  private static final String TRUCK = "1TRK555";
  private static final List<String> POINTS = List.of("EST-1", "EST-2", "EST-3");

  private static final Bans BANS =
      new Bans(
          List.of(
              Trucks.TRANSIT,
              Trucks.ban(
                  "lunch",
                  new ClosedHours(
                      Set.of("EST-2"),
                      List.of(
                          new Closure(
                              Set.of(DayOfWeek.values()),
                              Closure.OnHolidays.AS_USUAL,
                              12 * 60,
                              13 * 60))))));

  private final BreachNews news = new BreachNews(BANS, ControlSettings.DEFAULTS);
  private final ControlWriter writer = new ControlWriter();

  @Property(tries = 100)
  void allAtOnceInAnyOrder(@ForAll Random random) {
    List<Sighting> day = day(random);
    List<String> inOrder = ids(news.news(day, Set.of(), Instant.MAX));
    List<Sighting> shuffled = new ArrayList<>(day);
    Collections.shuffle(shuffled, random);

    assertThat(ids(news.news(shuffled, Set.of(), Instant.MAX))).isEqualTo(inOrder);
    assertThat(inOrder).doesNotHaveDuplicates().isNotEmpty();
  }

  @Property(tries = 100)
  void oneByOneOutOfOrderByLessThanIsWaitedFor(@ForAll Random random) {
    List<Sighting> day = day(random);
    List<String> inOrder = ids(news.news(day, Set.of(), Instant.MAX));

    assertThat(oneByOne(day, random, ControlSettings.DEFAULTS.settle().toSeconds()))
        .containsExactlyInAnyOrderElementsOf(inOrder);
  }

  /** Then what was told may rest on less, but nothing is told of a passage twice. */
  @Property(tries = 100)
  void oneByOneHoweverLateNothingIsToldTwice(@ForAll Random random) {
    List<Sighting> day = day(random);
    Set<String> told = new HashSet<>();
    List<Sighting> known = new ArrayList<>();
    List<Sighting> arriving = new ArrayList<>(day);
    Collections.shuffle(arriving, random);
    for (Sighting passage : arriving) {
      known.add(passage);
      for (Breach breach : news.news(known, told, Instant.MAX)) {
        for (Sighting part : breach.passages()) {
          assertThat(told.add(BreachNews.key(breach.ban(), part))).isTrue();
        }
      }
    }
    assertThat(told).isNotEmpty();
  }

  private List<String> oneByOne(List<Sighting> day, Random random, long disorder) {
    record Arrival(long at, Sighting passage) {}
    List<Arrival> arriving = new ArrayList<>();
    for (Sighting passage : day) {
      long delay = (long) (random.nextDouble() * disorder * 1000);
      arriving.add(new Arrival(passage.at().toEpochMilli() + delay, passage));
    }
    arriving.sort(Comparator.comparingLong(Arrival::at));
    List<String> ids = new ArrayList<>();
    Set<String> told = new HashSet<>();
    List<Sighting> known = new ArrayList<>();
    long latest = Long.MIN_VALUE;
    for (Arrival arrival : arriving) {
      known.add(arrival.passage());
      latest = Math.max(latest, arrival.passage().at().toEpochMilli());
      ids.addAll(tell(known, told, Instant.ofEpochMilli(latest)));
    }
    ids.addAll(tell(known, told, Instant.MAX));
    return ids;
  }

  private List<String> tell(List<Sighting> known, Set<String> told, Instant now) {
    List<Breach> breaches = news.news(known, told, now);
    for (Breach breach : breaches) {
      breach.passages().forEach(part -> told.add(BreachNews.key(breach.ban(), part)));
    }
    return ids(breaches);
  }

  private List<String> ids(List<Breach> breaches) {
    return breaches.stream().map(breach -> writer.write(breach).getControlId()).toList();
  }

  /** A truck that drives around the border for a day: some of its passages are seen. */
  private static List<Sighting> day(Random random) {
    List<Sighting> day = new ArrayList<>();
    long second = 0;
    for (int i = 0; i < 60; i++) {
      second += 10 + random.nextInt(900);
      String way = random.nextInt(5) == 0 ? "" : i % 2 == 0 ? "FR>BE" : "BE>FR";
      day.add(Trucks.seen(second, TRUCK, way, POINTS.get(random.nextInt(3))));
    }
    return day;
  }
}
