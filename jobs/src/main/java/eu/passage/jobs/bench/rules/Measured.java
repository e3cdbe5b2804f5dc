package eu.passage.jobs.bench.rules;

/**
 * One job's run.
 *
 * @param passages that went in
 * @param found alerts of ours, matches of the stock operator
 * @param finished false: it was stopped at the time limit
 * @param cpuNanos of the whole process, less what it costs when idle
 */
record Measured(int passages, long found, boolean finished, double cpuNanos, double wallNanos) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Of a run that was stopped: at most so many. */
  double passagesPerCpuSecond() {
    return passages / cpuSeconds();
  }

  double cpuSeconds() {
    return cpuNanos / NANOS_PER_SECOND;
  }
}
