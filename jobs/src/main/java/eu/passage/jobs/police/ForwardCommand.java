package eu.passage.jobs.police;

import eu.passage.avro.Notice;
import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.LiveCommand;
import eu.passage.jobs.console.Shown;
import eu.passage.jobs.console.Stay;
import eu.passage.jobs.console.StayOption;
import eu.passage.jobs.kafka.GroupTopic;
import eu.passage.jobs.kafka.GroupTopic.Start;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code passage alerts forward}. */
@Command(
    name = "forward",
    description = {
      "Sends what a service is told to a webhook as CloudEvents 1.0 (application/cloudevents+json),"
          + " until Ctrl-C.",
      "Each request carries Passage-Signature: t=SECONDS,v1=HEX, the HMAC-SHA256 of SECONDS, a dot"
          + " and the body. No connection, no answer, 5xx, 429, 408 and 425 are tried again, at most"
          + " a minute apart, and hold up what follows. Any other answer than 2xx is a refusal: the"
          + " event goes to the file of refused ones and the next one is sent.",
      "Nothing is lost: after a crash an event may come twice, with the same id."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it ran for its time",
      "2:the command line or the configuration is wrong",
      "3:Kafka or the registry does not answer, or the file of refused ones cannot be written",
      "130:it was ended by Ctrl-C"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ForwardCommand extends LiveCommand {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  @Mixin private RecipientOption as = new RecipientOption();

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "Where to send; https, unless it is this machine.")
  private @Nullable URI to;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      required = true,
      description = "Holds the secret that the receiver knows too, 32 bytes or more.")
  private @Nullable Path secretFile;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description = "Where refused events are put (default: refused-RECIPIENT.jsonl).")
  private @Nullable Path refused;

  @Option(
      names = "--from",
      paramLabel = "beginning|now",
      defaultValue = "now",
      description =
          "Where to begin the first time (default: ${DEFAULT-VALUE}); after that it goes on where it"
              + " stopped.")
  private From from = From.NOW;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "Under whose name its place is kept (default: one for each recipient and URL).")
  private @Nullable String group;

  @Mixin private StayOption lasts = new StayOption();

  @Override
  protected int run(PassageConfig config) {
    Recipient recipient = as.of(config);
    URI address = address();
    Webhook webhook =
        new Webhook(
            address,
            signature(),
            new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new SecureRandom()),
            ANSWER_WITHIN,
            note -> say(Shown.text(note)));
    Path file = refused == null ? Path.of("refused-" + recipient.id() + ".jsonl") : refused;
    Optional<Duration> time = lasts.lasts();
    String name = group == null ? group(recipient, address) : group;
    Start start = from == From.BEGINNING ? Start.KEPT_OR_BEGINNING : Start.KEPT_OR_NOW;
    try (Stay stay = Stay.begin(time);
        GroupTopic<Notice> topic =
            new GroupTopic<>(config, Topic.noticesOf(recipient.id()), Notice.class, name, start)) {
      say("Forwarding for %s to %s; Ctrl-C ends it.".formatted(recipient.id(), address));
      new Forwarder(
              topic,
              webhook,
              new RefusedFile(file),
              (notice, delivery) -> tell(notice, delivery, file))
          .run(stay);
    }
    return ExitCode.OK;
  }

  private void tell(Notice notice, Delivery delivery, Path file) {
    if (delivery instanceof Delivery.Refused no) {
      say("%s: refused with %d, put into %s".formatted(notice.getNoticeId(), no.status(), file));
    } else {
      answer("%s %s sent".formatted(notice.getNoticeId(), notice.getKind()));
    }
  }

  /** Two receivers must not move each other's place. */
  private static String group(Recipient recipient, URI address) {
    return "forward-%s-%s%s"
        .formatted(recipient.id(), address.getAuthority(), address.getPath())
        .replaceAll("[^\\w.-]+", "-");
  }

  private URI address() {
    URI address = to;
    if (address == null || address.getHost() == null) {
      throw wrong("--to: '%s' is not allowed; write https://host/path".formatted(address));
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https") || (scheme.equals("http") && isThisMachine(address))) {
      return address;
    }
    throw wrong(
        "--to: '%s' is not allowed; notices hold plates: they leave this machine by https alone"
            .formatted(address));
  }

  private static boolean isThisMachine(URI address) {
    return THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
  }

  private Signature signature() {
    Path file = secretFile;
    if (file == null) {
      throw wrong("--secret-file is missing");
    }
    try {
      return Signature.withSecretOf(file);
    } catch (IOException e) {
      throw wrong("--secret-file: %s cannot be read (%s)".formatted(file, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw wrong("--secret-file: " + e.getMessage());
    }
  }
}
