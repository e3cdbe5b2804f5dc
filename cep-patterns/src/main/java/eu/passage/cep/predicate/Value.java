package eu.passage.cep.predicate;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.model.Condition;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Scene;
import java.util.Optional;

/** What a part of an expression is worth, as a closure of its type. */
sealed interface Value {

  /** What it is, for messages. */
  String noun();

  /** The passage in question, where a step's place is asked for. */
  int THIS = -1;

  @FunctionalInterface
  interface LongOf {
    long of(PassageFacts passage, Scene scene);
  }

  @FunctionalInterface
  interface DoubleOf {
    double of(PassageFacts passage, Scene scene);
  }

  /**
   * A yes or no.
   *
   * @param yes what a passage must have for it to be true
   * @param no what a passage must have for it to be false
   */
  record Bool(Condition test, Facets yes, Facets no) implements Value {

    static Bool of(Condition test) {
      return new Bool(test, Facets.ANY, Facets.ANY);
    }

    Bool not() {
      return new Bool((p, s) -> !test.test(p, s), no, yes);
    }

    Bool and(Bool other) {
      return new Bool(AllOf.of(test, other.test), yes.and(other.yes), no.or(other.no));
    }

    Bool or(Bool other) {
      return new Bool(
          (p, s) -> test.test(p, s) || other.test.test(p, s), yes.or(other.yes), no.and(other.no));
    }

    @Override
    public String noun() {
      return "a yes or no";
    }
  }

  /** A whole number, and between which bounds it always lies. */
  record Whole(LongOf of, long least, long most) implements Value {

    static Whole constant(long value) {
      return new Whole((p, s) -> value, value, value);
    }

    boolean constant() {
      return least == most;
    }

    @Override
    public String noun() {
      return "a whole number";
    }
  }

  /** A number with decimals. */
  record Decimal(DoubleOf of) implements Value {
    @Override
    public String noun() {
      return "a number with decimals";
    }
  }

  /**
   * Text of a passage as a code.
   *
   * @param field set when it is this field of the passage in question
   */
  record Text(Kind kind, LongOf of, Optional<Field> field) implements Value {
    @Override
    public String noun() {
      return "text";
    }
  }

  /** Text as written: what its code is depends on what it is compared with. */
  record Literal(String text) implements Value {
    @Override
    public String noun() {
      return "text";
    }
  }

  /** Milliseconds since the epoch. */
  record Moment(LongOf of) implements Value {
    @Override
    public String noun() {
      return "a time";
    }
  }

  /** Milliseconds. */
  record Span(LongOf of) implements Value {
    @Override
    public String noun() {
      return "a span of time";
    }
  }

  /** A passage: that of an earlier step, or {@link #THIS}. */
  record Passage(int step) implements Value {
    @Override
    public String noun() {
      return "a passage";
    }
  }

  /** The camera of a passage. */
  record Camera(int step) implements Value {
    @Override
    public String noun() {
      return "a camera";
    }
  }

  /** Something that is wrong and was told. */
  record Wrong() implements Value {
    @Override
    public String noun() {
      return "wrong";
    }
  }

  Wrong WRONG = new Wrong();
}
