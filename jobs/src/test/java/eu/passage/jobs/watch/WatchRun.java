package eu.passage.jobs.watch;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** {@code passage watch …} as a person runs it, with what it printed. */
record WatchRun(int status, String out, String err) {

  static WatchRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new WatchCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new WatchRun(status, out.toString(), err.toString());
  }
}
