package eu.passage.jobs.bench.rules;

import eu.passage.jobs.bench.rules.Growth.Mark;
import eu.passage.jobs.bench.rules.RuleJob.Setting;
import eu.passage.jobs.config.FlinkSettings.StateBackend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Looks what is kept, again and again, while vehicles pass that never come again. */
final class GrowthBench {

  static final int MARK_EVERY_DAYS = 5;

  private final RuleJob jobs;
  private final Steps steps;

  GrowthBench(RuleJob jobs, Steps steps) {
    this.jobs = jobs;
    this.steps = steps;
  }

  /** How often it looks. */
  static int marks(SeenOnce traffic) {
    return traffic.days() / MARK_EVERY_DAYS;
  }

  Growth run(StateBackend backend, SeenOnce traffic) throws Exception {
    List<Mark> marks = new ArrayList<>();
    Setting setting = new Setting(backend, traffic, BenchRules.four(true));
    try (HeldJob job = jobs.hold(Contender.OURS, setting);
        SweepWatch sweeps = SweepWatch.start()) {
      for (int i = 1; i <= marks(traffic); i++) {
        int day = i * MARK_EVERY_DAYS;
        steps.begin(
            "%s: vehicles seen once, until day %d of %d"
                .formatted(Cell.name(backend), day, traffic.days()));
        int passages = traffic.until(day);
        // an operator sweeps after it has passed a watermark on: with the last passage by itself,
        // what the watermark before it set off is over
        job.letIn(passages - 1);
        job.letIn(passages);
        marks.add(look(backend, job, day, passages));
      }
      return new Growth(backend, traffic, List.copyOf(marks), sweeps.longest());
    }
  }

  private static Mark look(StateBackend backend, HeldJob job, int day, long passages)
      throws IOException {
    if (backend == StateBackend.HASHMAP) {
      LiveObjects heap = job.heap();
      return new Mark(day, passages, heap.bytes(), heap.subjects());
    }
    return new Mark(day, passages, job.savepoint(), 0);
  }
}
