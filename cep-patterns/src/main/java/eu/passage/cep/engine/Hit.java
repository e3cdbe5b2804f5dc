package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A rule that came true.
 *
 * @param passages the evidence, in {@link PassageFacts#ORDER}: the match with the most recent
 *     passages; of vehicles together the passages of all of them
 * @param steps of a sequence: the place of the step that each passage matched, else all 0
 * @param at the closing passage's time, or the moment an absence came true; milliseconds since the
 *     epoch
 */
public record Hit(ActiveRule rule, List<PassageFacts> passages, List<Integer> steps, long at) {

  public Hit {
    passages = List.copyOf(passages);
    steps = List.copyOf(steps);
  }

  /** The same with others in each passage's place. */
  public Hit each(Function<PassageFacts, List<PassageFacts>> others) {
    List<PassageFacts> all = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      for (PassageFacts other : others.apply(passages.get(i))) {
        all.add(other);
        places.add(steps.get(i));
      }
    }
    return new Hit(rule, all, places, at);
  }

  /** The passage that closed it; of an absence, the last one before. */
  public PassageFacts closing() {
    return passages.get(passages.size() - 1);
  }
}
