package eu.passage.jobs.audit;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.schemas.audit.ChainBreak;
import eu.passage.schemas.audit.ChainEnd;
import eu.passage.schemas.audit.ChainVerifier;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
          + " tell that all of it is gone, or its end: a file's seals tell the first, and a seal that"
          + " was noted elsewhere (--seal) the second."
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

  @Option(
      names = "--seal",
      paramLabel = "HEX",
      description =
          "A seal that 'audit export' printed before and somebody noted: a line of the file must"
              + " bear it. Where its end was cut off, none does.")
  private @Nullable String noted;

  @Override
  protected int run(PassageConfig config) {
    if (what.file != null) {
      return file(what.file);
    } else if (noted != null) {
      throw wrong("--seal: only files bear seals; name one");
    }
    return topic(config);
  }

  private int topic(PassageConfig config) {
    ChainVerifier chains = new ChainVerifier();
    List<ChainBreak> breaks = new ArrayList<>();
    AuditTopic.read(config, link -> chains.check(link).ifPresent(breaks::add));
    int status = told(chains, breaks.stream().findFirst().map(ChainBreak::toString));
    if (status != ExitCode.OK) {
      answer(
          "Somebody wrote to the topic past Passage, or the broker lost records. A file that was"
              + " exported before says what stood there: passage audit verify FILE, passage audit"
              + " export --to FILE");
    }
    return status;
  }

  private int file(Path file) {
    AtomicBoolean borne = new AtomicBoolean(noted == null);
    AuditFile.Content content;
    try {
      content = AuditFile.prove(file, seal -> borne.compareAndSet(false, seal.equals(noted)));
    } catch (NoSuchFileException e) {
      throw wrong("there is no file " + file);
    } catch (IOException e) {
      throw wrong("%s cannot be read (%s)".formatted(file, e.getMessage()));
    }
    int status = told(content.chains(), content.broken().or(() -> missing(borne.get(), content)));
    if (status == ExitCode.OK) {
      answer("seal " + content.seal());
    } else if (content.broken().isPresent()) {
      answer(
          "The file is as it was written up to line %d (seal %s). What stands behind that proves"
                  .formatted(content.lines(), content.seal())
              + " nothing: keep the file as it is, and compare it with a copy and with the topic");
    }
    return status;
  }

  private Optional<String> missing(boolean borne, AuditFile.Content content) {
    return borne
        ? Optional.empty()
        : Optional.of(
            ("none of the %d lines bears the seal %s: lines were taken off the file's end since it"
                    + " was noted, or the file was written anew")
                .formatted(content.lines(), noted));
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
