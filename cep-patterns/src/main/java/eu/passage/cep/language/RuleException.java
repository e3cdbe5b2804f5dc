package eu.passage.cep.language;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no rule; it knows every fault that was found. */
public final class RuleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public RuleException(List<Fault> faults) {
    super(faults.stream().map(Fault::render).collect(Collectors.joining(System.lineSeparator())));
    this.faults = List.copyOf(faults);
  }

  /** A single fault of a whole text. */
  public static RuleException of(String file, String message) {
    return new RuleException(List.of(new Fault(file, 1, 1, message, "", "")));
  }

  /** At least one, in the order of lines. */
  public List<Fault> faults() {
    return faults;
  }
}
