package eu.passage.jobs.console;

/** What a command tells its caller by its exit status. */
public final class ExitCode {

  /** All went well. */
  public static final int OK = 0;

  /**
   * The command did its work, and the answer is no: a file that cannot be read, a check not met.
   */
  public static final int NEGATIVE = 1;

  /** The command line or the configuration is wrong; nothing was done. */
  public static final int USAGE = 2;

  /** Something broke. */
  public static final int FAILURE = 3;

  private ExitCode() {}
}
