package eu.passage.jobs.rules;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** {@code passage rules …} as a person runs it, with what it printed. */
record RulesRun(int status, String out, String err) {

  static RulesRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new RulesCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new RulesRun(status, out.toString(), err.toString());
  }
}
