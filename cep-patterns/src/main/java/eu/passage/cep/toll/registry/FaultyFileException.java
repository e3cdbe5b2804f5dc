package eu.passage.cep.toll.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file of vehicles that cannot be used as it is. */
public final class FaultyFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<FileFault> faults;

  /**
   * @param faults the first of all
   * @param count of all
   */
  FaultyFileException(Path file, List<FileFault> faults, long count) {
    super(message(file, faults, count));
    this.faults = List.copyOf(faults);
  }

  /** In the order of the file; of very many only the first. */
  public List<FileFault> faults() {
    return faults;
  }

  private static String message(Path file, List<FileFault> faults, long count) {
    String told =
        faults.stream()
            .map(fault -> file + ":" + fault)
            .collect(Collectors.joining(System.lineSeparator()));
    long more = count - faults.size();
    return more <= 0 ? told : told + System.lineSeparator() + "and %d more".formatted(more);
  }
}
