package eu.passage.jobs.tolls;

import eu.passage.jobs.ConfigOption;
import eu.passage.jobs.archive.TollDatabase;
import eu.passage.jobs.config.ConfigException;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.console.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code passage tolls migrate}. */
@Command(
    name = "migrate",
    description = {
      "Brings the database of tollArchive.database to the newest schema: the table passage.toll_events and its views.",
      "Its user must be allowed to make a schema, or own the one there is."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the schema is the newest",
      "2:the command line or the configuration is wrong",
      "3:the database does not answer or does not allow it"
    },
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Override
  public Integer call() {
    DatabaseSettings settings = config.read().tollArchive().database();
    if (settings == null) {
      throw new ConfigException("tollArchive.database is missing: write url, user and password");
    }
    try {
      List<String> done = new TollDatabase(settings).migrate();
      done.forEach(migration -> answer("done: " + migration));
      answer("The schema %s of %s is the newest.".formatted(settings.schemaName(), settings.url()));
      answer("Look into it: %s -c '\\d+ %s.*'".formatted(settings.psql(), settings.schemaName()));
      return ExitCode.OK;
    } catch (FlywayException e) {
      spec.commandLine()
          .getErr()
          .printf(
              "%s cannot be brought to the newest schema: %s%n", settings.url(), e.getMessage());
      return ExitCode.FAILURE;
    }
  }

  private void answer(String line) {
    spec.commandLine().getOut().println(line);
  }
}
