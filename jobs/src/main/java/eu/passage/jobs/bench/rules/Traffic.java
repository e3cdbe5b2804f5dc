package eu.passage.jobs.bench.rules;

import eu.passage.cep.facts.PassageFacts;

/** Passages in order of time, as many as are let in. */
interface Traffic {

  int count();

  /**
   * @param place from 0, the first
   */
  PassageFacts passage(int place);

  /**
   * Those of a week.
   *
   * @param first only so many of them
   */
  static Traffic of(PassageFacts[] week, int first) {
    return new OfWeek(week, Math.min(first, week.length));
  }

  /** All in memory. */
  record OfWeek(PassageFacts[] week, int count) implements Traffic {
    @Override
    public PassageFacts passage(int place) {
      return week[place];
    }
  }
}
