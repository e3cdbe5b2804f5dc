package eu.passage.jobs.police;

import eu.passage.jobs.config.PassageConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code passage alerts …} as a person runs it, with what it printed. */
record AlertsRun(int status, String out, String err) {

  static AlertsRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new AlertsCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new AlertsRun(status, out.toString(), err.toString());
  }

  /** Against a platform. */
  static AlertsRun on(PassageConfig config, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--bootstrap");
    all.add(config.kafka().bootstrapServers());
    all.add("--registry");
    all.add(config.registry().url().toString());
    return of(all.toArray(String[]::new));
  }
}
