package eu.passage.jobs.endure;

/** Chance that falls the same way each time it is asked the same. */
enum Chance {
  VEHICLE(1),
  MOMENT(2),
  VIEWS(3),
  CONFIDENCE(4),
  LATE(5),
  HOW_LATE(6),
  AGAIN(7),
  HOW_MUCH_LATER(8),
  REGISTERED(9),
  EURO_CLASS(10),
  MILITARY(11);

  private final long lot;

  Chance(long lot) {
    this.lot = lot;
  }

  /** From 0 to below 1, for a number. */
  double of(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L + lot * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /** From 0 to below a bound. */
  long below(long bound, long number) {
    return (long) (of(number) * bound);
  }
}
