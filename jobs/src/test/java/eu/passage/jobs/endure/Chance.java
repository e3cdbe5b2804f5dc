package eu.passage.jobs.endure;

/** Chance that falls the same way each time it is asked the same. */
enum Chance {
  VEHICLE,
  MOMENT,
  VIEWS,
  CONFIDENCE,
  LATE,
  HOW_LATE,
  AGAIN,
  HOW_MUCH_LATER,
  REGISTERED,
  EURO_CLASS,
  MILITARY;

  /** From 0 to below 1, for a number. */
  double of(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L + (ordinal() + 1) * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
  }

  /** From 0 to below a bound. */
  long below(long bound, long number) {
    return (long) (of(number) * bound);
  }
}
