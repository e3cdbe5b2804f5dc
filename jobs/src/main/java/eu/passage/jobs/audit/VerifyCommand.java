package eu.passage.jobs.audit;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.schemas.audit.ChainBreak;
import eu.passage.schemas.audit.ChainEnd;
import eu.passage.schemas.audit.ChainVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code passage audit verify}. */
@Command(
    name = "verify",
    description = {
      "Proves that nothing in the audit was changed, taken out, moved or doubled.",
      "Prints the links of each chain, and the first break with its chain and place. A chain cannot"
          + " tell that all of it is gone, or its end: a file's seals tell the first, and the last"
          + " seal, noted elsewhere, the second."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every chain is whole",
      "1:a chain or the file is broken",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class VerifyCommand extends LiveCommand {

  /** What to prove. */
  static final class What {

    @Parameters(
        paramLabel = "FILE",
        arity = "0..1",
        description = "A file that 'audit export' wrote.")
    private @Nullable Path file;

    @Option(names = "--topic", description = "What the topic holds: so where nothing is named.")
    private boolean topic;
  }

  @ArgGroup private What what = new What();

  @Override
  protected int run(PassageConfig config) {
    return what.file == null ? topic(config) : file(what.file);
  }

  private int topic(PassageConfig config) {
    ChainVerifier chains = new ChainVerifier();
    List<ChainBreak> breaks = new ArrayList<>();
    AuditTopic.read(config, link -> chains.check(link).ifPresent(breaks::add));
    return told(chains, breaks.stream().findFirst().map(ChainBreak::toString));
  }

  private int file(Path file) {
    AuditFile.Content content;
    try {
      content = AuditFile.prove(file);
    } catch (IOException e) {
      throw wrong("%s cannot be read (%s)".formatted(file, e.getMessage()));
    }
    int status = told(content.chains(), content.broken());
    if (status == ExitCode.OK) {
      answer("seal " + content.seal());
    }
    return status;
  }

  private int told(ChainVerifier verifier, Optional<String> broken) {
    Collection<ChainEnd> chains = verifier.ends().values();
    chains.forEach(chain -> answer("%6d  %s".formatted(chain.next(), chain.chain())));
    long links = chains.stream().mapToLong(ChainEnd::next).sum();
    if (broken.isPresent()) {
      answer("BROKEN: " + broken.get());
      return ExitCode.NEGATIVE;
    }
    answer("%d links in %d chains: all whole".formatted(links, chains.size()));
    return ExitCode.OK;
  }
}
