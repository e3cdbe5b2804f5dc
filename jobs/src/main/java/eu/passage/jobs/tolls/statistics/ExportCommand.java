package eu.passage.jobs.tolls.statistics;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.config.StatisticsSettings;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.tolls.books.CountReader;
import eu.passage.jobs.tolls.books.Days;
import eu.passage.jobs.tolls.books.TopicBook;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage tolls export --day D}. */
@Command(
    name = "export",
    description = {
      "A day's traffic at the charging points for planners: passages of trucks and numbers of all vehicles, without plates and"
          + " without anything that a vehicle could be followed by.",
      "What fewer than tollArchive.statistics.leastVehicles share is told less exactly, or left out. Give each day out once: from"
          + " what changes between two exports of one day more can be learned than from either.",
      "Formats: datex (DATEX II "
          + Datex.VERSION
          + ", MeasuredDataPublication), datex-sites (the places it names,"
          + " MeasurementSiteTablePublication), csv."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:written",
      "2:an option or the configuration is wrong, or the day is not over",
      "3:the broker does not answer, or the file cannot be written"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExportCommand extends LiveCommand {

  /** What can be written. */
  enum Format {
    DATEX("datex"),
    DATEX_SITES("datex-sites"),
    CSV("csv");

    private final String word;

    Format(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Option(
      names = "--day",
      paramLabel = "DAY",
      required = true,
      description = "Such as 2026-03-11, of tollArchive.zone.")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--format",
      defaultValue = "datex",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.DATEX;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write, in UTF-8 (default: the standard output).")
  private @Nullable Path file;

  @Override
  protected int run(PassageConfig config) {
    Days days = Days.of(day, config.tollArchive().zoneId());
    Instant now = Instant.now();
    if (days.end().isAfter(now)) {
      throw wrong("--day: " + day + " is not over; from parts of a day vehicles could be found");
    }
    Publisher publisher = publisher(config);
    try {
      if (file == null) {
        write(config, days, publisher, out(), now);
        out().flush();
      } else {
        // Under its own name only when it is whole
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer writer = Files.newBufferedWriter(part)) {
          write(config, days, publisher, writer, now);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return ExitCode.OK;
    } catch (IOException | XMLStreamException e) {
      say("It cannot be written: " + e);
      return ExitCode.FAILURE;
    }
  }

  private Publisher publisher(PassageConfig config) {
    try {
      return Publisher.of(config);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private void write(
      PassageConfig config, Days days, Publisher publisher, Writer writer, Instant now)
      throws IOException, XMLStreamException {
    if (format == Format.DATEX_SITES) {
      SiteTable.write(publisher, new Datex(writer), now);
      return;
    }
    StatisticsSettings settings = config.tollArchive().statistics();
    DayStatistics statistics =
        DayStatistics.of(
            days,
            new BookEvents(new TopicBook(config)),
            new CountReader(config).between(days.start(), days.end()),
            settings);
    if (format == Format.CSV) {
      CsvStatistics.write(statistics, publisher, writer);
    } else {
      MeasuredData.write(statistics, publisher, new Datex(writer), now);
    }
    // Beside it, never in it: so few can be found by what is left out of them
    say(
        "Left out, since fewer than %d share what could be told of them: %s of trucks, %s counted."
            .formatted(
                settings.leastVehicles(),
                Plural.of(statistics.trucks().leftOut(), "passage"),
                Plural.of(statistics.flow().leftOut(), "vehicle")));
  }
}
