package eu.passage.jobs.bench.watch;

import eu.passage.avro.MatchTier;
import eu.passage.avro.PlateReading;
import eu.passage.cep.DetectionSettings;
import eu.passage.jobs.bench.BenchCluster;
import eu.passage.jobs.bench.watch.PlainMatching.Way;
import eu.passage.jobs.scenario.TrueVehicle;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Holds what the operators find against the truth, and beside it what plain matching finds. */
final class MonthBench {

  private static final long LOOK_EVERY_MS = 200;

  private final WatchMonth month;
  private final DetectionSettings settings;
  private final String basis;
  private final BiConsumer<String, Double> progress;

  MonthBench(
      WatchMonth month,
      DetectionSettings settings,
      String basis,
      BiConsumer<String, Double> progress) {
    this.basis = basis;
    this.month = month;
    this.settings = settings;
    this.progress = progress;
  }

  MonthReport run(BenchCluster cluster) throws InterruptedException {
    return report(hits(cluster));
  }

  /** What was found, against the truth and beside plain matching. */
  MonthReport report(List<WatchJob.Hit> hits) {
    Map<MatchTier, MonthScore> tiers = new EnumMap<>(MatchTier.class);
    tiers.put(MatchTier.A, new MonthScore("tier A: told"));
    tiers.put(MatchTier.B, new MonthScore("tier B: told, marked"));
    tiers.put(MatchTier.C, new MonthScore("tier C: to be reviewed"));
    MonthScore sure = new MonthScore("tiers A and B");
    Set<Long> told = new HashSet<>();
    for (WatchJob.Hit hit : hits) {
      boolean right = month.place(month.vehicle(hit.passage())) == WatchMonth.place(hit.entry());
      score(tiers, hit.tier()).add(hit.passage(), right);
      if (hit.tier() != MatchTier.C) {
        sure.add(hit.passage(), right);
      }
      if (right) {
        told.add(hit.passage());
      }
    }
    return plain(tiers, sure, told);
  }

  private List<WatchJob.Hit> hits(BenchCluster cluster) throws InterruptedException {
    try (WatchJob job =
        WatchJob.start(
            cluster,
            settings,
            month,
            month,
            entries ->
                progress.accept("the list comes into force", (double) entries / month.size()))) {
      job.letAllIn();
      while (!job.isFinished()) {
        progress.accept("a month's passages", (double) job.passed() / month.passages());
        Thread.sleep(LOOK_EVERY_MS);
      }
      return job.hits();
    }
  }

  private MonthReport plain(Map<MatchTier, MonthScore> tiers, MonthScore sure, Set<Long> told) {
    PlainMatching matching = new PlainMatching(month.listed());
    Map<Way, MonthScore> plain = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      plain.put(way, new MonthScore(way.title()));
    }
    long listed = 0;
    long exact = 0;
    long missed = 0;
    long misread = 0;
    for (long i = 0; i < month.passages(); i++) {
      TrueVehicle vehicle = month.vehicle(i);
      int place = month.place(vehicle);
      PlateReading read = month.observation(i).getPlate();
      String text = read.getText();
      for (Map.Entry<Way, MonthScore> one : plain.entrySet()) {
        for (int hit : matching.hits(text, one.getKey())) {
          one.getValue().add(i, hit == place);
        }
      }
      misread += text.equals(vehicle.plate()) ? 0 : 1;
      if (place >= 0) {
        listed++;
        boolean asListed =
            text.equals(vehicle.plate()) && vehicle.country().equals(read.getCountry());
        exact += asListed ? 1 : 0;
        missed += asListed && !told.contains(i) ? 1 : 0;
      }
      if (i % 10_000 == 0) {
        progress.accept("plain matching", (double) i / month.passages());
      }
    }
    return new MonthReport(month, basis, tiers, sure, plain, listed, exact, missed, misread);
  }

  private static MonthScore score(Map<MatchTier, MonthScore> tiers, MatchTier tier) {
    MonthScore score = tiers.get(tier);
    if (score == null) {
      throw new IllegalStateException("nobody counts tier " + tier);
    }
    return score;
  }
}
