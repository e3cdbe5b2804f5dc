package eu.passage.jobs.rules;

import eu.passage.jobs.console.FaultText;
import eu.passage.jobs.console.Json;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with files of rules, as scripts are told of it: one object a line. */
final class FaultLines {

  private FaultLines() {}

  /** Every fault of a file, in order; none where all is right. */
  static List<String> of(CheckedFile file) {
    List<String> lines = new ArrayList<>();
    file.unreadable()
        .ifPresent(
            why -> lines.add(Json.line(Json.object().put("fault", why).put("file", file.name()))));
    file.faults().forEach(fault -> lines.add(FaultText.line(fault)));
    return lines;
  }

  /** The same of all files. */
  static List<String> of(CheckedFiles checked) {
    return checked.files().stream().flatMap(file -> of(file).stream()).toList();
  }
}
