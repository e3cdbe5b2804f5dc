package eu.passage.jobs.demo;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.TrueFrame;
import eu.passage.jobs.scenario.TruePassage;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a guest of a demonstration sees of it.
 *
 * @param config that reaches the platform
 * @param scenario what passes
 * @param publishedAt when a frame was published, as {@link System#nanoTime}; empty before it was
 */
public record Stage(
    PassageConfig config, Scenario scenario, Function<String, OptionalLong> publishedAt) {

  /** Whether the cameras have begun to show a passage. */
  public boolean hasBegun(TruePassage passage) {
    return publishedAt.apply(frames(passage).get(0).frameId()).isPresent();
  }

  /** Whether the cameras have shown all of a passage, and nothing of it before a moment. */
  public boolean isWithin(TruePassage passage, long since) {
    List<TrueFrame> frames = frames(passage);
    return publishedAt.apply(frames.get(0).frameId()).orElse(since) > since
        && publishedAt.apply(frames.get(frames.size() - 1).frameId()).isPresent();
  }

  private List<TrueFrame> frames(TruePassage passage) {
    return scenario.framesOf(passage);
  }
}
