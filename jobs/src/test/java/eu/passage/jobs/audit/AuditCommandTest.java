package eu.passage.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.AuditRecord;
import eu.passage.avro.Deed;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.kafka.NoAnswerException;
import eu.passage.jobs.kafka.TopicWriter;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The audit on a real broker: written, proven, exported, forged. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditCommandTest {

  private final LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
  private final PassageConfig config = platform.config();

  @TempDir private Path folder = Path.of("");

  private record Run(int status, String out, String err) {}

  @BeforeAll
  void write() {
    try (AuditLog desk = AuditLog.open(config, "police-be/desk");
        AuditLog other = AuditLog.open(config, "police-be/desk 2")) {
      desk.record(Deed.PROPOSED, "W-1", "judicial", "2026/117", "art. 44/11/3", "");
      other.record(Deed.APPROVED, "W-1", "judicial", "2026/117", "art. 44/11/3", "");
      desk.record(Deed.WITHDRAWN, "W-1", "judicial", "2026/117", "", "vehicle found");
    }
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  @Order(1)
  void whatTwoCommandsWroteAtOnceAreTwoWholeChains() {
    Run run = run("verify");

    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines().toList())
        .hasSize(3)
        .last()
        .isEqualTo("3 links in 2 chains: all whole");
    assertThat(run.out()).containsPattern("(?m)^ {5}2  desk/[0-9a-f-]{36}$");
  }

  @Test
  @Order(2)
  void whoDidWhatToAnEntryIsShownInItsOrder() {
    assertThat(run("show", "--subject", "W-1", "--json").out().lines())
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).contains("\"actor\":\"police-be/desk\"", "PROPOSED"),
            line -> assertThat(line).contains("\"actor\":\"police-be/desk 2\"", "APPROVED"),
            line -> assertThat(line).contains("WITHDRAWN", "vehicle found"));
    assertThat(run("show", "--actor", "police-be/desk 2").out().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("AT");
    assertThat(run("show", "--since", "1h", "--subject", "W-2").out().lines()).hasSize(1);
    assertThat(run("show", "--since", "yesterday").status()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  @Order(3)
  void theExportedFileHoldsItAllOnceAndOneChangedByteBreaksIt() throws IOException {
    Path file = folder.resolve("audit.jsonl");

    Run first = run("export", "--to", file.toString());
    assertThat(first.status()).as(first.err()).isEqualTo(ExitCode.OK);
    assertThat(first.out()).startsWith("3 links appended");
    assertThat(run("export", "--to", file.toString()).out()).startsWith("0 links appended");
    Run whole = run("verify", file.toString());
    assertThat(whole.status()).isEqualTo(ExitCode.OK);
    assertThat(whole.out()).contains("3 links in 2 chains: all whole", "seal ");

    String noted = whole.out().strip().replaceFirst("(?s).*seal ", "");
    assertThat(run("verify", file.toString(), "--seal", noted).status()).isEqualTo(ExitCode.OK);
    Path cut = folder.resolve("cut.jsonl");
    Files.write(cut, Files.readAllLines(file).subList(0, 2));
    assertThat(run("verify", cut.toString()).status()).as("no chain can tell").isEqualTo(0);
    Run missing = run("verify", cut.toString(), "--seal", noted);
    assertThat(missing.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(missing.out())
        .contains("BROKEN: none of the 2 lines bears the seal " + noted + ": lines were taken off");

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    Run broken = run("verify", file.toString());
    assertThat(broken.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(broken.out())
        .contains("BROKEN: line 2: ", "The file is as it was written up to line 1 (seal ");
    assertThat(run("export", "--to", file.toString()).status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  @Order(4)
  void aLinkThatSomebodyForgedOnTheTopicIsFoundWithItsChainAndPlace() throws Exception {
    List<AuditRecord> links = new ArrayList<>(Links.chain("desk/forged", 3));
    links.get(1).setRecipient("somebody else");
    try (var topic = new TopicWriter<>(config, Topic.AUDIT, AuditRecord.class)) {
      links.forEach(topic::write);
      topic.flush();
    }

    Run run = run("verify", "--topic");

    assertThat(run.status()).isEqualTo(ExitCode.NEGATIVE);
    assertThat(run.out())
        .contains("BROKEN: chain desk/forged, place 1: its hash is not that of what it says");
  }

  @Test
  void withoutABrokerNothingIsDone() throws IOException {
    PassageConfig nobody = config.at(closedPort(), config.registry().url());
    try (AuditLog audit = AuditLog.open(nobody, "police-be")) {
      assertThatThrownBy(() -> audit.record(Deed.APPROVED, "W-1", "judicial", "1", "", ""))
          .isInstanceOf(NoAnswerException.class)
          .hasMessageContaining("without it nothing is done");
      assertThatThrownBy(() -> audit.record(Deed.APPROVED, "W-1", "judicial", "1", "", ""))
          .as("nobody knows where the chain stands")
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void withoutARegistryNothingIsDone() throws IOException {
    PassageConfig nobody =
        config.at(config.kafka().bootstrapServers(), URI.create("http://" + closedPort()));
    try (AuditLog audit = AuditLog.open(nobody, "police-be")) {
      assertThatThrownBy(() -> audit.record(Deed.APPROVED, "W-1", "judicial", "1", "", ""))
          .isInstanceOf(NoAnswerException.class);
    }
  }

  @Test
  void aFileThatIsNotThereIsAUsageError() {
    assertThat(run("verify", folder.resolve("none").toString()).status()).isEqualTo(ExitCode.USAGE);
    assertThat(run("verify", "--seal", "0").err()).startsWith("--seal: only files bear seals");
    assertThat(run().status()).isEqualTo(ExitCode.USAGE);
  }

  private Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(args));
    if (args.length > 0) {
      all.addAll(
          List.of(
              "--bootstrap",
              config.kafka().bootstrapServers(),
              "--registry",
              config.registry().url().toString()));
    }
    int status =
        new CommandLine(new AuditCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Run(status, out.toString(), err.toString());
  }

  private static String closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }
}
