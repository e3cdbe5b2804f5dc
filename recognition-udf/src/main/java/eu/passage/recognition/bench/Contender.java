package eu.passage.recognition.bench;

import java.util.List;

/** A way to recognise frames, to be timed beside others. For one thread. */
public interface Contender extends AutoCloseable {

  /**
   * What was found in a picture, so that the figures are of the same work.
   *
   * @param texts of the plates that were read
   */
  record Found(int vehicles, List<String> texts) {}

  /**
   * What it is, for people.
   *
   * @param engine that runs the nets, and what prepares their input
   * @param numbers in which the nets calculate
   * @param batch how many frames go through the detector together
   * @param reading how a text comes of the reader's output
   */
  record Description(String name, String engine, String numbers, int batch, String reading) {}

  Description description();

  /** From encoded pictures to what they show, one by one. */
  List<Found> recognise(List<byte[]> encoded);

  @Override
  void close();
}
