package eu.passage.cep.language;

import java.time.Duration;

/**
 * What no rule may exceed; each refusal says the limit and why there is one.
 *
 * @param retention the longest {@code within} and {@code once}: no more of the past is kept
 * @param habitDays the longest span of {@code commuter}, {@code daysSeen} and the like, in days
 */
public record RuleLimits(Duration retention, int habitDays) {

  /** Characters of one rule's text. */
  public static final int TEXT = 64 * 1024;

  /** Steps of a sequence. */
  public static final int STEPS = 8;

  /** The highest number of repetitions of a step. */
  public static final int TIMES = 16;

  /** The highest {@code atLeast}; more passages of a vehicle are not kept. */
  public static final int COUNT = 256;
}
