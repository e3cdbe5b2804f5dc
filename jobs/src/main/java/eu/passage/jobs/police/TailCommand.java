package eu.passage.jobs.police;

import eu.passage.avro.Notice;
import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.Json;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.RecordJson;
import eu.passage.jobs.console.Stay;
import eu.passage.jobs.console.StayOption;
import eu.passage.jobs.console.Style;
import eu.passage.jobs.kafka.GroupTopic;
import eu.passage.jobs.kafka.GroupTopic.Received;
import eu.passage.jobs.kafka.GroupTopic.Start;
import eu.passage.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code passage alerts tail}: the reference consumer. */
@Command(
    name = "tail",
    description = {
      "Shows what a service is told as it comes, until Ctrl-C: alerts, what became of them, and"
          + " wanted vehicles at the border.",
      "It reads the topic notices-RECIPIENT, only what is committed, and goes on next time where"
          + " it stopped. Of two at once each shows everything.",
      "With --json one object a line: the notice with all its fields."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it ran for its time",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer",
      "130:it was ended by Ctrl-C"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class TailCommand extends LiveCommand {

  @Mixin private RecipientOption as = new RecipientOption();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Of the service's languages, such as nl (default: its first one).")
  private @Nullable String language;

  @Option(
      names = "--from",
      paramLabel = "beginning|now",
      description = "Where to begin (default: where it stopped; the first time now).")
  private @Nullable From from;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "Under whose name its place is kept (default: tail-RECIPIENT-USER).")
  private @Nullable String group;

  @Mixin private StayOption lasts = new StayOption();

  @Option(names = "--json", description = "One JSON object a line for each notice.")
  private boolean json;

  @Override
  protected int run(PassageConfig config) {
    Recipient recipient = as.of(config);
    NoticeCard cards = new NoticeCard(Style.ofThisTerminal(), language(recipient));
    Optional<Duration> time = lasts.lasts();
    try (Stay stay = Stay.begin(time);
        GroupTopic<Notice> topic =
            new GroupTopic<>(
                config, Topic.noticesOf(recipient.id()), Notice.class, group(recipient), start())) {
      String name = recipient.name().in("en");
      say("Listening for %s (%s); Ctrl-C ends it.".formatted(name, recipient.id()));
      while (stay.goesOn()) {
        List<Received<Notice>> received = topic.next();
        received.forEach(one -> show(one.value(), cards));
        topic.done(received);
      }
    }
    return ExitCode.OK;
  }

  private void show(Notice notice, NoticeCard cards) {
    if (json) {
      answer(Json.line(RecordJson.of(notice)));
    } else {
      answer(String.join("\n", cards.lines(notice, Instant.now())) + "\n");
    }
  }

  private Start start() {
    if (from == null) {
      return Start.KEPT_OR_NOW;
    }
    return from == From.BEGINNING ? Start.BEGINNING : Start.NOW;
  }

  private String group(Recipient recipient) {
    return group != null
        ? group
        : "tail-%s-%s".formatted(recipient.id(), System.getProperty("user.name", "nobody"));
  }

  private String language(Recipient recipient) {
    String wanted = language == null ? recipient.languages().get(0) : language;
    if (!recipient.languages().contains(wanted)) {
      throw wrong(
          "--language: %s is told in %s, not in '%s'"
              .formatted(recipient.id(), String.join(", ", recipient.languages()), wanted));
    }
    return wanted;
  }
}
