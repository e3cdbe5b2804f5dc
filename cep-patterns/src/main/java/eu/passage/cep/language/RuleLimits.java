package eu.passage.cep.language;

import java.time.Duration;

/**
 * What no rule may exceed; each refusal says the limit and why there is one.
 *
 * @param retention the longest {@code within} and {@code once}: no more of the past is kept
 * @param habitDays the longest span of {@code commuter}, {@code daysSeen} and the like, in days
 */
public record RuleLimits(Duration retention, int habitDays) {

  /** Characters of a file. */
  public static final int FILE = 4 * 1024 * 1024;

  /** Rules of a file. */
  public static final int RULES = 1_000;

  /** Characters of one rule's text: it travels whole, and a list of plates is the longest part. */
  public static final int TEXT = 256 * 1024;

  /** Steps of a sequence. */
  public static final int STEPS = 8;

  /** The highest number of repetitions of a step. */
  public static final int TIMES = 16;

  /** The highest {@code atLeast}; more passages of a vehicle are not kept. */
  public static final int COUNT = 256;

  /** The longest {@code gap}: all vehicles within it at a camera are compared with each other. */
  public static final Duration GAP = Duration.ofMinutes(5);

  /** Plates in the lists of one rule; longer ones belong on the watchlist. */
  public static final int LISTED = 10_000;

  /** Scenarios of one rule. */
  public static final int TESTS = 50;

  /** Passages of one scenario. */
  public static final int GIVEN = 2_000;

  /** Faults that are shown at once. */
  public static final int FAULTS = 100;
}
