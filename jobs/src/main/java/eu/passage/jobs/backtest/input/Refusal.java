package eu.passage.jobs.backtest.input;

/** Why a recorded passage cannot be used. */
public enum Refusal {
  FIELDS("another number of fields than the header"),
  QUOTES("quotes that do not close on the line"),
  TOO_LONG("a line of more than 64 KiB"),
  TIME("no time with an offset, such as 2026-03-02T02:10:00+01:00 or …Z"),
  CAMERA("a camera that the catalogue does not have"),
  PLATE("no plate: 1 to 12 letters and digits"),
  COUNTRY("no country of two letters, ISO 3166-1"),
  CROSSING("from and to: two different countries, or both empty"),
  TYPE("no type of vehicle that Passage knows"),
  COLOUR("no colour that Passage knows"),
  CONFIDENCE("no confidence from 0 to 1"),
  OCCUPANTS("no number of occupants"),
  LATE("late is neither true nor false"),
  UNREADABLE("a record that cannot be decoded");

  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // an exception without a trace, thrown again and again
  private final RefusedException exception;

  Refusal(String meaning) {
    this.meaning = meaning;
    exception = new RefusedException(this);
  }

  /** For people: what is wrong, and where it helps what would be right. */
  public String meaning() {
    return meaning;
  }

  /** To be thrown; the same each time, since there may be millions of bad lines. */
  RefusedException exception() {
    return exception;
  }
}
