package eu.passage.jobs.console;

import eu.passage.cep.language.Fault;
import java.io.PrintWriter;
import java.util.List;

/** A fault of a file that people write. */
public final class FaultText {

  private FaultText() {}

  /** As compilers show it: place and fault, the source, the caret, and the advice. */
  public static String forPeople(Fault fault, Style style) {
    List<String> lines = fault.render().lines().toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      text.append(i == 0 ? "" : "\n")
          .append(
              switch (i) {
                case 0 -> style.bold(line);
                case 1 -> line;
                case 2 -> style.red(line);
                default -> style.green(line);
              });
    }
    return text.toString();
  }

  /**
   * All faults of some files, and for people how many there are.
   *
   * @param json for scripts, one object a line
   */
  public static void tell(List<Fault> faults, boolean json, PrintWriter out) {
    if (json) {
      faults.forEach(fault -> out.println(line(fault)));
      return;
    }
    Style style = Style.ofThisTerminal();
    faults.forEach(fault -> out.println(forPeople(fault, style) + "\n"));
    out.println(Plural.of(faults.size(), "fault"));
  }

  /** For scripts: {@code {"fault","file","line","column","advice","source"}} on one line. */
  public static String line(Fault fault) {
    return Json.line(
        Json.object()
            .put("fault", fault.message())
            .put("file", fault.file())
            .put("line", fault.line())
            .put("column", fault.column())
            .put("advice", fault.advice())
            .put("source", fault.sourceLine()));
  }
}
