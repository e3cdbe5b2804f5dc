package eu.passage.jobs.search;

import eu.passage.avro.Deed;
import eu.passage.avro.Passage;
import eu.passage.jobs.audit.AuditLog;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Moments;
import eu.passage.jobs.kafka.CompactedTopic;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code passage passages search}. */
@Command(
    name = "search",
    description = {
      "Looks for past passages of a plate or at a camera, oldest first; times are those of Brussels.",
      "Refused without a purpose, a case number and who asks, and, further back than the purpose"
          + " allows, without a decision's reference. Before anything is shown the question and the"
          + " number of results are in the audit, never the results; a refusal is there too."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the search was made",
      "1:it is refused; what is missing was said",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer, or the audit cannot be written"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SearchCommand extends LiveCommand {

  /** A record is written after its passage, but the camera's clock may be ahead of the broker's. */
  private static final Duration CLOCKS_APART = Duration.ofHours(1);

  @Option(
      names = "--plate",
      paramLabel = "PLATE",
      description = "In any form; reads with look-alike characters are found too.")
  private String plate = "";

  @Option(names = "--camera", paramLabel = "ID", description = "The camera.")
  private String camera = "";

  @Option(
      names = "--since",
      required = true,
      paramLabel = "TIME",
      description = "From when: " + Moments.EXAMPLES + ".")
  private String since = "";

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Until when, written in the same ways (default: now).")
  private @Nullable String until;

  @Option(names = "--purpose", paramLabel = "NAME", description = "The lawful purpose: judicial, …")
  private String purpose = "";

  @Option(names = "--case", paramLabel = "NUMBER", description = "The file that it is for.")
  private String caseNumber = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who asks: a service or function, never a person's name.")
  private String by = "";

  @Option(
      names = "--decision",
      paramLabel = "REF",
      description = "The written decision that opens what lies further back.")
  private String decision = "";

  /** How results are shown. */
  static final class Form {

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--csv", description = "A table as 'rules backtest --passages' reads it.")
    private boolean csv;
  }

  @ArgGroup private Form form = new Form();

  @Override
  protected int run(PassageConfig config) {
    Instant now = Instant.now();
    SearchQuestion question = question(now);
    List<String> refusals = SearchLaw.SHIPPED.refusals(question, now);
    if (!refusals.isEmpty()) {
      refusals.forEach(this::say);
      recordRefusal(config, question, refusals);
      say("Refused.");
      return ExitCode.NEGATIVE;
    }
    try (AuditLog audit = AuditLog.open(config, question.by())) {
      List<Passage> found = find(config, question);
      audit.record(
          Deed.CONSULTED,
          question.words(),
          question.purpose(),
          question.caseNumber(),
          question.decision(),
          "%d found".formatted(found.size()));
      show(found);
    }
    return ExitCode.OK;
  }

  private SearchQuestion question(Instant now) {
    Instant from = moment("--since", since, now);
    Instant to = until == null ? now : moment("--until", until, now);
    try {
      return new SearchQuestion(plate, camera, from, to, purpose, caseNumber, by, decision);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage() + ": --plate, --camera, --since, --until");
    }
  }

  private Instant moment(String option, String text, Instant now) {
    return Moments.parse(text, now)
        .orElseThrow(
            () ->
                wrong(
                    "%s: '%s' is not allowed; write %s".formatted(option, text, Moments.EXAMPLES)));
  }

  /** Nobody can be named where who asks is what is missing. */
  private static void recordRefusal(
      PassageConfig config, SearchQuestion question, List<String> refusals) {
    if (question.by().isBlank()) {
      return;
    }
    try (AuditLog audit = AuditLog.open(config, question.by())) {
      audit.record(
          Deed.REFUSED,
          question.words(),
          question.purpose(),
          question.caseNumber(),
          question.decision(),
          String.join("; ", refusals));
    }
  }

  private static List<Passage> find(PassageConfig config, SearchQuestion question) {
    List<Passage> found = new ArrayList<>();
    try (var topic = new CompactedTopic<>(config, Topic.PASSAGES, Passage.class)) {
      topic.skipTo(question.since().minus(CLOCKS_APART));
      topic.toEnd(entry -> entry.value().filter(question::matches).ifPresent(found::add));
    }
    found.sort(Comparator.comparing(Passage::getAt).thenComparing(Passage::getPassageId));
    return found;
  }

  private void show(List<Passage> found) {
    FoundPassages passages = new FoundPassages(found);
    List<String> lines = form.json ? passages.json() : form.csv ? passages.csv() : passages.table();
    lines.forEach(out()::println);
    out().flush();
    say("%d found".formatted(found.size()));
  }
}
