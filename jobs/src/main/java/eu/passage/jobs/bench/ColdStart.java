package eu.passage.jobs.bench;

import eu.passage.recognition.bench.Ours;
import eu.passage.recognition.model.ModelSource;
import java.util.List;

/**
 * The first frame of a process, before anything else has used the nets.
 *
 * @param openMillis to load the engine and the models
 * @param firstFrameMillis from there to the first frame's observations
 */
record ColdStart(double openMillis, double firstFrameMillis) {

  static ColdStart measure(ModelSource source, byte[] frame) {
    long begun = System.nanoTime();
    try (Ours ours = new Ours(source, 1)) {
      long open = System.nanoTime();
      ours.recognise(List.of(frame));
      return new ColdStart((open - begun) / 1e6, (System.nanoTime() - open) / 1e6);
    }
  }
}
