package eu.passage.jobs.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.cep.wording.Wording;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Moments;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.TextTable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage audit show}. */
@Command(
    name = "show",
    description = {
      "Shows the audit's links, oldest first; times are those of Brussels.",
      "With --json one object a line, its fields those of the topic's records, times in UTC."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all went well",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowCommand extends LiveCommand {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(Wording.ZONE);
  private static final List<String> HEAD =
      List.of("AT", "ACTOR", "DEED", "SUBJECT", "TO", "PURPOSE", "CASE", "BASIS", "NOTE");

  @Option(names = "--actor", paramLabel = "NAME", description = "Only what this one did.")
  private @Nullable String actor;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only what was done since: " + Moments.EXAMPLES + ".")
  private @Nullable String since;

  @Option(
      names = "--subject",
      paramLabel = "ID",
      description = "Only what was done to this entry, alert or list.")
  private @Nullable String subject;

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Instant from = since == null ? Instant.MIN : moment(since);
    List<AuditRecord> links = new ArrayList<>();
    AuditTopic.read(
        config,
        link -> {
          if (!link.getAt().isBefore(from)
              && (actor == null || link.getActor().equals(actor))
              && (subject == null || link.getSubject().equals(subject))) {
            links.add(link);
          }
        });
    links.sort(Comparator.comparing(AuditRecord::getAt));
    if (json) {
      links.forEach(link -> answer(Json.line(SealedLine.json(link))));
    } else {
      List<List<String>> cells = new ArrayList<>(List.of(HEAD));
      links.forEach(link -> cells.add(cells(link)));
      TextTable.lines(cells, Set.of()).forEach(this::answer);
    }
    return ExitCode.OK;
  }

  private Instant moment(String text) {
    return Moments.parse(text, Instant.now())
        .orElseThrow(
            () ->
                wrong("--since: '%s' is not allowed; write %s".formatted(text, Moments.EXAMPLES)));
  }

  private static List<String> cells(AuditRecord link) {
    return List.of(
        AT.format(link.getAt()),
        Shown.text(link.getActor()),
        link.getDeed().name(),
        Shown.text(link.getSubject()),
        Shown.text(link.getRecipient()),
        Shown.text(link.getPurpose()),
        Shown.text(link.getCaseNumber()),
        Shown.text(link.getBasis()),
        Shown.text(link.getNote()));
  }
}
