package eu.passage.jobs.tolls.reconcile;

import eu.passage.cep.toll.reconcile.ReportKeys;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage tolls keys NAME}. */
@Command(
    name = "keys",
    description = {
      "Makes a pair of keys for reports, Ed25519 in PEM as openssl writes it: NAME.key, which signs and"
          + " which its owner alone may read, and NAME.pub, which verifies and goes to whoever gets"
          + " reports. What is there already is never overwritten."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:made",
      "2:a file is there already, or the command line is wrong",
      "3:they cannot be written"
    },
    mixinStandardHelpOptions = true)
public final class KeysCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "Of the files, such as keys/report.")
  private Path name = Path.of("");

  @Override
  public Integer call() throws IOException {
    Path secret = beside(".key");
    Path open = beside(".pub");
    try {
      ReportKeys.make(secret, open);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is there already: what it signed could no longer be verified. Name another"
              .formatted(e.getMessage()),
          e);
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%s signs: keep it secret, and keep a copy%n%s verifies: give it to whoever gets reports%n",
            secret, open);
    return ExitCode.OK;
  }

  private Path beside(String ending) {
    return name.resolveSibling(name.getFileName() + ending);
  }
}
