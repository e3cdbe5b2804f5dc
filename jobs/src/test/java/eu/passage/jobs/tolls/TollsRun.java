package eu.passage.jobs.tolls;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** {@code passage tolls …} as a person runs it, with what it printed. */
record TollsRun(int status, String out, String err) {

  static TollsRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new TollsCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new TollsRun(status, out.toString(), err.toString());
  }
}
