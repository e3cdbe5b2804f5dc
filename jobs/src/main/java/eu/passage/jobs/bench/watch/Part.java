package eu.passage.jobs.bench.watch;

/** The questions that can be asked alone. */
enum Part {
  /** Right and false alarms. */
  MONTH,
  /** What entries cost. */
  COST,
  /** How long it takes until somebody knows. */
  LIVE
}
