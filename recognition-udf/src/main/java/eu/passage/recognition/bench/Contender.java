package eu.passage.recognition.bench;

import java.util.List;

/** A way to recognise frames, to be timed beside others. For one thread. */
public interface Contender extends AutoCloseable {

  /** What was found, so that a reader of the figures sees that all did the same work. */
  record Found(int vehicles, int plates) {

    static final Found NOTHING = new Found(0, 0);

    Found plus(Found other) {
      return new Found(vehicles + other.vehicles, plates + other.plates);
    }
  }

  /** For people, a few words. */
  String name();

  /** From encoded pictures to what they show. */
  Found recognise(List<byte[]> encoded);

  @Override
  void close();
}
