package eu.passage.cep.predicate;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no predicate; it knows every fault that was found. */
public final class PredicateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  PredicateException(List<Fault> faults) {
    super(
        faults.stream()
            .map(
                f ->
                    f.offset()
                        + ": "
                        + f.message()
                        + (f.advice().isEmpty() ? "" : "; ")
                        + f.advice())
            .collect(Collectors.joining(System.lineSeparator())));
    this.faults = List.copyOf(faults);
  }

  /** At least one, in the order of the text. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * What is wrong, and where.
   *
   * @param offset the place in the text, from 0
   * @param message what is wrong, in one sentence
   * @param advice what to write instead; empty where nothing can be said
   */
  public record Fault(int offset, String message, String advice) {}
}
