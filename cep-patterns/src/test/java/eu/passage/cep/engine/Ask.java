package eu.passage.cep.engine;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Condition;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.model.Scene;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What a random step asks. A tree of records, so that it travels with a pattern of the stock
 * operator, prints well and two that are equal ask the same.
 */
sealed interface Ask extends Serializable {

  /**
   * The answer.
   *
   * @param steps what earlier steps matched last
   */
  boolean of(PassageFacts passage, IntFunction<PassageFacts> steps);

  /** What a passage must at least have. */
  default Facets facets() {
    return Facets.ANY;
  }

  /** The places of earlier steps that it looks at. */
  default Set<Integer> steps() {
    return Set.of();
  }

  /** As the engine asks it. */
  default Predicate predicate() {
    return new Predicate(toString(), new Asked(this), facets(), steps(), false);
  }

  /** The engine's side of it. */
  record Asked(Ask ask) implements Condition {
    @Override
    public boolean test(PassageFacts passage, Scene scene) {
      return ask.of(passage, scene::step);
    }
  }

  record Any() implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return true;
    }
  }

  record Enters(String country) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return passage.to() == CountryCode.of(country);
    }

    @Override
    public Facets facets() {
      return Facets.to(Set.of(CountryCode.of(country)));
    }
  }

  record Crosses(boolean is) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return passage.crossing() == is;
    }

    @Override
    public Facets facets() {
      return Facets.crossing(is);
    }
  }

  record At(String camera) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return passage.camera() == NameCode.of(camera);
    }

    @Override
    public Facets facets() {
      return Facets.cameras(Set.of(NameCode.of(camera)));
    }
  }

  record Is(VehicleType type) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return passage.type() == type;
    }

    @Override
    public Facets facets() {
      return Facets.types(1 << new PassageFacts.Builder(0, "").type(type).build().typeOrdinal());
    }
  }

  /** Known to the condition alone: the index is told nothing. */
  record EarlierThan(long at) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return passage.at() < at;
    }
  }

  record SameCameraAs(int step, boolean same) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return (passage.camera() == steps.apply(step).camera()) == same;
    }

    @Override
    public Set<Integer> steps() {
      return Set.of(step);
    }
  }

  record SoonAfter(int step, long millis, boolean soon) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return (passage.at() - steps.apply(step).at() <= millis) == soon;
    }

    @Override
    public Set<Integer> steps() {
      return Set.of(step);
    }
  }

  record Both(Ask one, Ask other) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return one.of(passage, steps) && other.of(passage, steps);
    }

    @Override
    public Facets facets() {
      return one.facets().and(other.facets());
    }

    @Override
    public Set<Integer> steps() {
      return union(one, other);
    }
  }

  record Either(Ask one, Ask other) implements Ask {
    @Override
    public boolean of(PassageFacts passage, IntFunction<PassageFacts> steps) {
      return one.of(passage, steps) || other.of(passage, steps);
    }

    @Override
    public Facets facets() {
      return one.facets().or(other.facets());
    }

    @Override
    public Set<Integer> steps() {
      return union(one, other);
    }
  }

  private static Set<Integer> union(Ask one, Ask other) {
    Set<Integer> both = new HashSet<>(one.steps());
    both.addAll(other.steps());
    return both;
  }
}
