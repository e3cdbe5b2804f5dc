package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage audit export}. */
@Command(
    name = "export",
    description = {
      "Appends to a file what the topic holds and the file does not: one JSON object a line, sealed.",
      "The file is proven first and held against the topic; nothing is appended behind a break."
          + " Run it as often as you like. Keep the file where those who run the broker cannot"
          + " write, and note the last seal elsewhere."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the file holds all that the topic does",
      "1:the file or the topic is broken, or the topic lacks what the file holds",
      "2:the command line or the configuration is wrong",
      "3:Kafka, the registry or the disk does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExportCommand extends LiveCommand {

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Override
  protected int run(PassageConfig config) {
    try (AuditExport export = AuditExport.to(file)) {
      AuditTopic.read(config, link -> append(export, link));
      Optional<String> broken = export.finish();
      answer(
          "%d links appended to %s, which holds %d; seal %s"
              .formatted(export.appended(), file, export.lines(), export.seal()));
      broken.ifPresent(what -> answer("BROKEN: " + what));
      return broken.isPresent() ? ExitCode.NEGATIVE : ExitCode.OK;
    } catch (IOException | UncheckedIOException e) {
      say("%s cannot be written (%s)".formatted(file, e.getMessage()));
      return ExitCode.FAILURE;
    }
  }

  private static void append(AuditExport export, AuditRecord link) {
    try {
      export.link(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
