package eu.passage.jobs.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.avro.Passage;
import eu.passage.jobs.backtest.input.SamplePassages;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.CommittedReader;
import eu.passage.jobs.kafka.Eventually;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import eu.passage.schemas.plates.VehicleKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Searches against a real broker, with what the audit says of each. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchCommandTest {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final PassageConfig config = platform.config();

  private record Run(int status, String out, String err) {}

  @BeforeAll
  void passagesOfTwoVehicles() {
    try (var topic = new TopicWriter<>(config, Topic.PASSAGES, Passage.class)) {
      topic.write(passage(1, "EST-1", "1ABC238", Duration.ofHours(1)));
      topic.write(passage(2, "EST-2", "1A8C23B", Duration.ofHours(2)));
      topic.write(passage(3, "EST-1", "1XYZ999", Duration.ofHours(3)));
      topic.write(passage(4, "EST-1", "1ABC238", Duration.ofDays(3)));
      topic.flush();
    }
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  void aLawfulSearchShowsWhatItFindsAndTheAuditKnowsTheQuestionAndTheNumber() throws IOException {
    Run run = run(config, "--plate", "1-abc-238", "--since", "1d", "--case", "found", "--json");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"plate\":\"1A8C23B\"", "EST-2"),
            line -> assertThat(line).contains("\"plate\":\"1ABC238\"", "EST-1"));
    AuditRecord link = audit("found");
    assertThat(link.getDeed()).isEqualTo(Deed.CONSULTED);
    assertThat(link.getActor()).isEqualTo("police-be/desk");
    assertThat(link.getPurpose()).isEqualTo("judicial");
    assertThat(link.getSubject()).startsWith("passages of plate 1ABC238 from ");
    assertThat(link.getNote()).isEqualTo("2 found");
    assertThat(link.toString()).doesNotContain("EST-1", "1A8C23B", "passage-1");
  }

  @Test
  void aCameraAndHoursAreAQuestionToo() {
    Run run =
        run(config, "--camera", "EST-1", "--since", "4h", "--until", "90m", "--case", "c", "--csv");

    assertThat(run.out().lines())
        .containsExactly(
            "at,camera,from,to,plate,country,type,colour,confidence",
            NOW.minus(Duration.ofHours(3)) + ",EST-1,FR,BE,1XYZ999,BE,CAR,RED,0.90");
  }

  @Test
  void whatFindsNothingIsInTheAuditAsWell() throws IOException {
    Run run = run(config, "--plate", "9ZZZ999", "--since", "1d", "--case", "nothing");

    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(audit("nothing").getNote()).isEqualTo("0 found");
  }

  @Test
  void aSearchFurtherBackThanAMonthIsRefusedAndTheAuditKnows() throws IOException {
    Run run = run(config, "--plate", "1ABC238", "--since", "40d", "--case", "far");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--decision is missing", "Refused.");
    AuditRecord link = audit("far");
    assertThat(link.getDeed()).isEqualTo(Deed.REFUSED);
    assertThat(link.getNote()).contains("--decision is missing");
  }

  @Test
  void withADecisionItIsMadeAndTheAuditNamesIt() throws IOException {
    Run run =
        run(
            config,
            "--plate",
            "1ABC238",
            "--since",
            "40d",
            "--case",
            "decided",
            "--decision",
            "PK 9");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).hasSize(4);
    assertThat(audit("decided").getBasis()).isEqualTo("PK 9");
  }

  @Test
  void whoCannotWriteToTheAuditIsShownNothing() throws Exception {
    try (LocalPlatform other = LocalPlatform.start(ConfigFile.defaults(), 1);
        Admin admin = Admin.create(other.config().kafka().clientProperties())) {
      try (var topic = new TopicWriter<>(other.config(), Topic.PASSAGES, Passage.class)) {
        topic.write(passage(1, "EST-1", "1ABC238", Duration.ofHours(1)));
        topic.flush();
      }
      admin.deleteTopics(Set.of(Topic.AUDIT.topicName())).all().get();

      Run run = run(other.config(), "--plate", "1ABC238", "--since", "1d", "--case", "c");

      assertThat(run.status()).isEqualTo(ExitCode.FAILURE);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("without it nothing is done");
    }
  }

  @Test
  void aSearchForNothingOrWithoutATimeIsAUsageError() {
    assertThat(run(config, "--since", "1d", "--case", "c").status()).isEqualTo(ExitCode.USAGE);
    assertThat(run(config, "--plate", "1ABC238", "--since", "soon").status())
        .isEqualTo(ExitCode.USAGE);
  }

  private AuditRecord audit(String caseNumber) throws IOException {
    try (var audit = new CommittedReader<>(Topic.AUDIT, AuditRecord.class, config)) {
      return Eventually.read(
              audit, all -> all.stream().anyMatch(l -> l.getCaseNumber().equals(caseNumber)))
          .stream()
          .filter(link -> link.getCaseNumber().equals(caseNumber))
          .reduce(
              (a, b) -> {
                throw new AssertionError("two links of one search: " + a + b);
              })
          .orElseThrow();
    }
  }

  private static Passage passage(int number, String camera, String plate, Duration ago) {
    Passage passage = SamplePassages.passage(number, camera);
    passage.getPlate().setText(plate);
    passage.setVehicleKey(VehicleKey.of("BE", plate));
    passage.setAt(NOW.minus(ago));
    return passage;
  }

  private static Run run(PassageConfig where, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    URI registry = where.registry().url();
    List<String> all = new ArrayList<>(List.of("search", "--purpose", "judicial"));
    all.addAll(List.of("--by", "police-be/desk"));
    all.addAll(List.of("--bootstrap", where.kafka().bootstrapServers()));
    all.addAll(List.of("--registry", registry.toString()));
    all.addAll(Arrays.asList(args));
    int status =
        new CommandLine(new PassagesCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(status, out.toString(), err.toString());
  }
}
