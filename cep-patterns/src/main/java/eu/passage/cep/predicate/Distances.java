package eu.passage.cep.predicate;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Scene;
import eu.passage.cep.predicate.Value.DoubleOf;
import eu.passage.cep.predicate.Value.Passage;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How far apart two passages are, and how fast a vehicle must have been to be both. */
final class Distances {

  private static final double HOUR = TimeUnit.HOURS.toMillis(1);

  private Distances() {}

  static DoubleOf kilometres(CameraTable cameras, List<Value> passages) {
    int a = ((Passage) passages.get(0)).step();
    int b = ((Passage) passages.get(1)).step();
    return (p, s) -> cameras.kilometres(of(a, p, s).camera(), of(b, p, s).camera());
  }

  static DoubleOf speed(CameraTable cameras, List<Value> passages) {
    int a = ((Passage) passages.get(0)).step();
    int b = ((Passage) passages.get(1)).step();
    return (p, s) -> speed(cameras, of(a, p, s), of(b, p, s));
  }

  /** Kilometres an hour, whichever came first; no time at all between two places is infinite. */
  static double speed(CameraTable cameras, PassageFacts a, PassageFacts b) {
    double kilometres = cameras.kilometres(a.camera(), b.camera());
    return kilometres == 0 ? 0 : kilometres / (Math.abs(a.at() - b.at()) / HOUR);
  }

  private static PassageFacts of(int step, PassageFacts passage, Scene scene) {
    return step == Value.THIS ? passage : scene.step(step);
  }
}
