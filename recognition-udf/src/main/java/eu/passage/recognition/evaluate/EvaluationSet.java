package eu.passage.recognition.evaluate;

import java.io.IOException;
import java.util.List;

/** Pictures with known truth, and what is counted on them. */
public interface EvaluationSet {

  /** By which it is chosen on the command line. */
  String name();

  /** What of the data folder it reads: files or folders. */
  List<String> needs();

  /**
   * Runs recognition over it.
   *
   * @throws IOException when pictures or labels cannot be read
   */
  Result measure(Lab lab) throws IOException;
}
