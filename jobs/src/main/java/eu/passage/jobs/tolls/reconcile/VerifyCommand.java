package eu.passage.jobs.tolls.reconcile;

import eu.passage.cep.toll.reconcile.ReportKeys;
import eu.passage.cep.toll.reconcile.SignedReport;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage tolls verify REPORT --key PUBLIC}. */
@Command(
    name = "verify",
    description = {
      "Says whether a day's report is as it was signed: the JSON byte by byte, and that the page beside"
          + " it was made of it."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:genuine",
      "1:changed, or signed by another key",
      "2:a file cannot be read, or the command line is wrong"
    },
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "REPORT", description = "The report: toll-report-DAY.json.")
  private Path report = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "The public key of whoever signed.")
  private Path key = Path.of("");

  @Override
  public Integer call() {
    SignedReport files = SignedReport.at(report);
    SignedReport.Verdict verdict;
    try {
      PublicKey open = ReportKeys.publicKey(key);
      verdict = files.verify(open);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), NamedFile.fault(e), e);
    } catch (InvalidKeyException e) {
      throw new ParameterException(spec.commandLine(), key + " is no key that verifies", e);
    }
    Style style = Style.ofThisTerminal();
    spec.commandLine()
        .getOut()
        .println(
            switch (verdict) {
              case GENUINE -> style.green("✓ genuine") + "  " + report;
              case FORGED ->
                  style.red("✗ not genuine")
                      + "  %s or its signature %s was changed, or another key signed it"
                          .formatted(report, files.signature());
              case PAGE_OF_ANOTHER ->
                  style.red("✗ wrong page")
                      + "  %s is genuine; %s was changed or made of another report"
                          .formatted(report, files.page());
            });
    return verdict == SignedReport.Verdict.GENUINE ? ExitCode.OK : ExitCode.NEGATIVE;
  }
}
