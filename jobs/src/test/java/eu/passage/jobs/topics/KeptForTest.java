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

    assertThat(apply(config, "--check")).startsWith("1:").contains("passages retention.ms: -1 -> ");
    assertThat(setting(admin, "passages", "retention.ms")).isEqualTo("-1");
    assertThat(apply(config, "--replicas", "1"))
        .startsWith("0:")
        .contains("passages retention.ms: -1 -> 31536000000", "notices-operators", "missing");
    assertThat(apply(config, "--check")).isEqualTo(ExitCode.OK + ":");
    assertThat(setting(admin, "passages", "retention.ms")).isEqualTo("31536000000");
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
