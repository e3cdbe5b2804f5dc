package eu.passage.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.ConfigException;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.ShippedData;
import eu.passage.jobs.console.ExitCode;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccessPlanTest {

  @Test
  void everyTopicThatIsNamedIsATopic() {
    List<String> topics =
        new ArrayList<>(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    ConfigFile.defaults().detection().recipients().stream()
        .map(Recipient::id)
        .map(Topic::noticesOf)
        .forEach(topics::add);
    topics.addAll(List.of("*", "notices-"));

    assertThat(AccessPlan.shipped().bindings())
        .filteredOn(one -> one.pattern().resourceType() == ResourceType.TOPIC)
        .allSatisfy(one -> assertThat(topics).contains(one.pattern().name()));
  }

  @Test
  void whoeverAdministersMayNotReadAllTopics() {
    assertThat(AccessPlan.shipped().bindings())
        .filteredOn(one -> one.pattern().name().equals("*"))
        .isNotEmpty()
        .extracting(one -> one.entry().operation())
        .doesNotContain(
            AclOperation.READ, AclOperation.WRITE, AclOperation.ALL, AclOperation.DELETE);
  }

  @Test
  void onlyTheDetectionJobHasRightsOnTheNoticesOfAll() {
    assertThat(AccessPlan.shipped().bindings())
        .filteredOn(
            one ->
                one.pattern().resourceType() == ResourceType.TOPIC
                    && one.pattern().patternType() == PatternType.PREFIXED)
        .extracting(AclBinding::entry)
        .allSatisfy(entry -> assertThat(entry.principal()).isEqualTo("User:detection-job"));
  }

  @Test
  void theTableIsPrintedAsLinesForKafkaAcls() {
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(new AclsCommand()).setOut(new PrintWriter(out, true)).execute("print");

    assertThat(status).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines())
        .hasSize(AccessPlan.shipped().bindings().size())
        .contains(
            "kafka-acls --bootstrap-server \"$BOOTSTRAP\" --add --allow-principal"
                + " 'User:ccpd-tournai' --operation Read --topic 'notices-ccpd-tournai'"
                + " --resource-pattern-type literal",
            "kafka-acls --bootstrap-server \"$BOOTSTRAP\" --add --allow-principal"
                + " 'User:detection-job' --operation Write --transactional-id 'passage-detection'"
                + " --resource-pattern-type prefixed",
            "kafka-acls --bootstrap-server \"$BOOTSTRAP\" --add --allow-principal 'User:operator'"
                + " --operation AlterConfigs --topic '*' --resource-pattern-type literal");
  }

  @Test
  void aTableWithAWordThatIsNoRightIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "principals: {x: {writes: [alerts]}}");

    assertThatThrownBy(() -> ShippedData.read(AccessPlan.class, file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("principals.x.writes is no key (did you mean 'write'?)");
  }
}
