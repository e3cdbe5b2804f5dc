package eu.passage.jobs.tolls.reconcile;

import eu.passage.cep.toll.rating.Rater;
import eu.passage.cep.toll.reconcile.Copy;
import eu.passage.cep.toll.reconcile.DayBooks;
import eu.passage.cep.toll.reconcile.DayReport;
import eu.passage.cep.toll.reconcile.RecountedAmounts;
import eu.passage.cep.toll.reconcile.ReportJson;
import eu.passage.cep.toll.reconcile.ReportKeys;
import eu.passage.cep.toll.reconcile.SignedReport;
import eu.passage.cep.toll.reconcile.Traffic;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.ProgressBar;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.kafka.NoAnswerException;
import eu.passage.jobs.tolls.books.Days;
import eu.passage.jobs.tolls.books.TollBook;
import eu.passage.jobs.tolls.books.TrafficReader;
import eu.passage.jobs.tolls.books.TruckPassages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage tolls reconcile --day D}. */
@Command(
    name = "reconcile",
    description = {
      "Says whether a day's toll events agree: the same in every copy (the topic, the table and the files"
          + " that tollArchive names), one for each truck that passed, numbered without a gap, each with"
          + " its evidence, corrections in order, and each amount as the tariffs give it again.",
      "With --key it writes a signed report: toll-report-DAY.json, .json.sig and .html. Keys are made by"
          + " 'tolls keys'.",
      "With --json it prints the report as that JSON."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything agrees",
      "1:something does not; each difference was told",
      "2:the command line or the configuration is wrong",
      "3:a copy cannot be read, or the report cannot be written"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReconcileCommand extends LiveCommand {

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DAY",
      description = "Such as 2026-03-10, by the time of tollArchive.zone.")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "COPY",
      description =
          "Which copies: topic, table, files (default: all that the configuration names).")
  private Set<Copy> only = EnumSet.noneOf(Copy.class);

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The secret key that signs the report.")
  private @Nullable Path key;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: here). What has its name is replaced.")
  private @Nullable Path out;

  @Option(names = "--json", description = "The report as JSON, for scripts.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    if (out != null && key == null) {
      throw wrong(
          "--out: a report is signed; name its --key, or make one: passage tolls keys NAME");
    }
    Optional<PrivateKey> secret = Optional.ofNullable(key).map(this::read);
    List<TollBook> books = books(config);
    TariffTable tariffs = config.tolls().settings().tariffs();
    DayBooks read = read(config, books, tariffs);
    DayReport report =
        DayReport.of(read, new RecountedAmounts(tariffs), traffic(config, books), Instant.now());
    tell(report, read.passages().isPresent());
    secret.ifPresent(one -> write(report, one));
    return report.differences().isEmpty() ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  /** Shows on a terminal how far it is: a topic of years takes minutes. */
  private DayBooks read(PassageConfig config, List<TollBook> books, TariffTable tariffs) {
    Days wanted = Days.of(day, config.tollArchive().zoneId());
    ProgressBar bar = new ProgressBar(err());
    List<String> begun = new ArrayList<>();
    int parts = 1 + 2 * books.size();
    Consumer<String> progress =
        part -> {
          bar.show(Math.min(begun.size(), parts), parts, part);
          begun.add(part);
        };
    try {
      progress.accept("truck passages");
      Optional<Map<String, Set<String>>> passages =
          isRead(books, Copy.TOPIC) ? TruckPassages.of(config, wanted) : Optional.empty();
      return new DayReading(books, wanted, new Rater(tariffs).horizon(), progress).read(passages);
    } finally {
      bar.clear();
    }
  }

  /**
   * What the day's cameras counted, whatever passed; told beside the trucks where it is at hand.
   */
  private Optional<Traffic> traffic(PassageConfig config, List<TollBook> books) {
    return isRead(books, Copy.TOPIC)
        ? Optional.of(new TrafficReader(config).of(day, config.tollArchive().zoneId()))
        : Optional.empty();
  }

  private List<TollBook> books(PassageConfig config) {
    List<TollBook> named = TollBook.of(config);
    for (Copy copy : only) {
      if (!isRead(named, copy)) {
        throw wrong(
            "--only: the configuration names no %s: write tollArchive.%s"
                .formatted(
                    copy == Copy.TABLE ? "database" : "files",
                    copy == Copy.TABLE ? "database (url, user, password)" : "files (a directory)"));
      }
    }
    return named.stream().filter(book -> only.isEmpty() || only.contains(book.copy())).toList();
  }

  private static boolean isRead(List<TollBook> books, Copy copy) {
    return books.stream().anyMatch(book -> book.copy() == copy);
  }

  private PrivateKey read(Path file) {
    try {
      return ReportKeys.privateKey(file);
    } catch (IOException e) {
      throw wrong("--key: " + NamedFile.fault(e));
    }
  }

  private void tell(DayReport report, boolean passagesAreKnown) {
    if (json) {
      out().print(new String(ReportJson.bytes(report), StandardCharsets.UTF_8));
      out().flush();
    } else {
      new DayWords(report, passagesAreKnown, Style.ofThisTerminal()).lines().forEach(this::answer);
    }
  }

  private void write(DayReport report, PrivateKey secret) {
    Path folder = out == null ? Path.of("") : out;
    try {
      SignedReport files = SignedReport.write(folder, report, secret);
      if (!json) {
        answer("report: %s (signed), %s".formatted(files.json(), files.page()));
      }
    } catch (IOException | InvalidKeyException e) {
      throw new NoAnswerException(
          "The report cannot be written to %s: %s"
              .formatted(folder.toAbsolutePath(), e.getMessage()),
          e);
    }
  }
}
