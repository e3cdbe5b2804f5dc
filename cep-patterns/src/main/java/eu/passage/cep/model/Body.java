package eu.passage.cep.model;

import eu.passage.cep.model.Step.Link;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule looks for. */
public sealed interface Body {

  /** One passage. */
  record When(Predicate predicate) implements Body {}

  /** Passages one after the other, and others that must not come. */
  record Sequence(List<Step> steps) implements Body {

    public Sequence {
      steps = List.copyOf(steps);
      if (steps.isEmpty() || steps.get(0).link() != Link.FIRST || !steps.get(0).mandatory()) {
        throw new IllegalArgumentException("a sequence starts with a step that must be there");
      }
      Set<String> names = new HashSet<>();
      for (Step step : steps) {
        if (!names.add(step.name())) {
          throw new IllegalArgumentException("two steps are called " + step.name());
        }
      }
      for (int i = 0; i < steps.size(); i++) {
        for (int asked : steps.get(i).predicate().asks()) {
          if (asked < 0 || asked >= i || !steps.get(asked).mandatory()) {
            throw new IllegalArgumentException(
                "step %s asks about a step that is not before it or may be missing"
                    .formatted(steps.get(i).name()));
          }
        }
      }
      if (last(steps).link() != Link.NOT && !last(steps).mandatory()) {
        throw new IllegalArgumentException("the last step must be there");
      }
    }

    /** Whether it comes true because something did not happen in time. */
    public boolean absence() {
      return last(steps).link() == Link.NOT;
    }

    /**
     * Whether a passage that is still under way could undo a match: then it is only asked once
     * event time has passed its last passage.
     */
    public boolean exact() {
      return steps.stream()
          .limit(steps.size() - (absence() ? 1 : 0))
          .anyMatch(s -> s.link() == Link.NOT || s.link() == Link.NEXT);
    }

    private static Step last(List<Step> steps) {
      return steps.get(steps.size() - 1);
    }
  }

  /**
   * So many passages, or passages of so many different values, within the rule's time.
   *
   * @param distinct null: passages are counted
   */
  record Count(Predicate of, @Nullable Distinct distinct, int atLeast) implements Body {

    public Count {
      if (atLeast < 1) {
        throw new IllegalArgumentException("atLeast must be 1 or more");
      }
    }
  }
}
