package eu.passage.jobs.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.cep.language.Fault;
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
    file.faults().forEach(fault -> lines.add(Json.line(json(fault))));
    return lines;
  }

  /** The same of all files. */
  static List<String> of(CheckedFiles checked) {
    return checked.files().stream().flatMap(file -> of(file).stream()).toList();
  }

  private static ObjectNode json(Fault fault) {
    return Json.object()
        .put("fault", fault.message())
        .put("file", fault.file())
        .put("line", fault.line())
        .put("column", fault.column())
        .put("advice", fault.advice())
        .put("source", fault.sourceLine());
  }
}
