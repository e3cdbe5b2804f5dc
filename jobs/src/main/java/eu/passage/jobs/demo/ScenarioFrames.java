package eu.passage.jobs.demo;

import eu.passage.avro.Frame;
import eu.passage.jobs.scenario.FrameMaker;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.TrueFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The frames of a scenario, each drawn when it is asked for, and some mishaps among them. */
final class ScenarioFrames implements Iterator<Frame> {

  private final Iterator<TrueFrame> frames;
  private final Function<TrueFrame, byte[]> painter;
  private final boolean withMishaps;
  private final Deque<Frame> mishaps = new ArrayDeque<>();

  /**
   * The frames in the order in which they are taken.
   *
   * @param painter draws a frame as JPEG
   * @param withMishaps whether something unusable comes along now and then
   */
  ScenarioFrames(Scenario scenario, Function<TrueFrame, byte[]> painter, boolean withMishaps) {
    this.frames = scenario.frames().iterator();
    this.painter = painter;
    this.withMishaps = withMishaps;
  }

  @Override
  public boolean hasNext() {
    return !mishaps.isEmpty() || frames.hasNext();
  }

  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the scenario is over");
    }
    if (!mishaps.isEmpty()) {
      return mishaps.pop();
    }
    TrueFrame frame = frames.next();
    byte[] picture = painter.apply(frame);
    if (withMishaps && frame.index() == 0) {
      Mishap.after(frame.passage().number()).ifPresent(m -> mishaps.push(m.of(frame, picture)));
    }
    return FrameMaker.of(frame, picture);
  }
}
