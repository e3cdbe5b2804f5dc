package eu.passage.cep.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of a file as they are found. */
final class Report {

  private static final Comparator<Fault> ORDER =
      Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column);

  private final String file;
  private final List<String> lines;
  private final List<Fault> faults = new ArrayList<>();
  private int left;

  Report(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * @param line from 1; one after the last is the file's end
   * @param column from 1, in code points
   */
  void add(int line, int column, String message, String advice) {
    String source = line <= lines.size() ? lines.get(line - 1) : "";
    Fault fault = new Fault(file, line, column, message, advice, source);
    if (full()) {
      left++;
    } else if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** Whether further faults are only counted; then nobody need find out where they stand. */
  boolean full() {
    return faults.size() >= RuleLimits.FAULTS;
  }

  /** One more of too many. */
  void another() {
    left++;
  }

  /** How many there are so far. */
  int size() {
    return faults.size() + left;
  }

  /** In the order of lines; of very many the first, and one that tells of the rest. */
  List<Fault> faults() {
    List<Fault> sorted = new ArrayList<>(faults);
    sorted.sort(ORDER);
    if (left > 0) {
      Fault last = sorted.get(sorted.size() - 1);
      sorted.add(
          new Fault(
              file,
              last.line(),
              last.column(),
              "There are %s more faults.".formatted(Numbers.text(left)),
              "Mend these first; then the others are shown.",
              last.sourceLine()));
    }
    return sorted;
  }
}
