package eu.passage.jobs.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.local.LocalPlatform;
import eu.passage.schemas.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** What the data says of how long topics are kept is what the broker does. */
@Timeout(120)
class KeptForTest {

  private static final Duration BOUND = Duration.ofSeconds(30);

  @Test
  void theBrokerKeepsEachTopicAsLongAsTheDataSays() throws Exception {
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 1);
        Admin admin = Admin.create(platform.config().kafka().clientProperties())) {
      for (Map.Entry<String, Duration> kept : KeptFor.SHIPPED.kept().entrySet()) {
        assertThat(setting(admin, kept.getKey(), "retention.ms"))
            .as(kept.getKey())
            .isEqualTo(Long.toString(kept.getValue().toMillis()));
        assertThat(setting(admin, kept.getKey(), "cleanup.policy")).isEqualTo("delete");
        assertThat(Long.parseLong(setting(admin, kept.getKey(), "segment.ms")))
            .as("what is in the segment that is written to is not deleted")
            .isLessThanOrEqualTo(kept.getValue().toMillis() / 10);
      }
      for (Recipient one : platform.config().detection().recipients()) {
        assertThat(setting(admin, Topic.noticesOf(one.id()), "retention.ms"))
            .isEqualTo(Long.toString(one.retention().toMillis()));
      }
      for (Topic topic : Topic.values()) {
        if (topic.compacted()) {
          assertThat(setting(admin, topic.topicName(), "cleanup.policy")).isEqualTo("compact");
        }
      }

      whatSomebodyChangedIsSaidAndPutRight(platform.config(), admin);
    }
  }

  private static void whatSomebodyChangedIsSaidAndPutRight(PassageConfig config, Admin admin)
      throws Exception {
    Collection<AlterConfigOp> forEver =
        List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET));
    admin.incrementalAlterConfigs(Map.of(topic("passages"), forEver)).all().get();
    admin.deleteTopics(Set.of("notices-operators")).all().get();

    // the broker acts on changes a moment after it has taken them
    String found =
        eventually(
            config, answer -> answer.contains("passages retention") && answer.contains("missing"));
    assertThat(found)
        .startsWith(ExitCode.NEGATIVE + ":")
        .contains("passages retention.ms: -1 -> 31536000000", "notices-operators", "missing");
    assertThat(setting(admin, "passages", "retention.ms")).isEqualTo("-1");

    assertThat(apply(config, "--replicas", "1")).isEqualTo(found.replaceFirst("^1:", "0:"));
    eventually(config, answer -> answer.equals(ExitCode.OK + ":"));
    assertThat(setting(admin, "passages", "retention.ms")).isEqualTo("31536000000");
  }

  private static String eventually(PassageConfig config, Predicate<String> expected) {
    long end = System.nanoTime() + BOUND.toNanos();
    String answer = apply(config, "--check");
    while (!expected.test(answer)) {
      assertThat(System.nanoTime()).as(answer).isLessThan(end);
      answer = apply(config, "--check");
    }
    return answer;
  }

  @Test
  void aTableThatForgetsATopicOrKeepsItForNoTimeIsRefused() {
    Map<String, Duration> kept = new HashMap<>(KeptFor.SHIPPED.kept());
    kept.put("audit", Duration.ZERO);
    assertThatThrownBy(() -> new KeptFor(kept)).hasMessage("audit must be kept for some time");
    kept.remove("audit");
    assertThatThrownBy(() -> new KeptFor(kept)).hasMessageContaining("must name [alert-actions");
  }

  private static String apply(PassageConfig config, String... args) {
    StringWriter out = new StringWriter();
    List<String> all =
        new ArrayList<>(List.of("apply", "--bootstrap", config.kafka().bootstrapServers()));
    all.addAll(Arrays.asList(args));
    int status =
        new CommandLine(new TopicsCommand())
            .setOut(new PrintWriter(out, true))
            .execute(all.toArray(String[]::new));
    return status + ":" + out;
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    return admin
        .describeConfigs(Set.of(topic(topic)))
        .all()
        .get()
        .get(topic(topic))
        .get(name)
        .value();
  }

  private static ConfigResource topic(String name) {
    return new ConfigResource(ConfigResource.Type.TOPIC, name);
  }
}
