package eu.passage.jobs.topics;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.Administration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Brings a broker's topics to what the plans say. Nothing is ever deleted by it. */
public final class BrokerTopics implements AutoCloseable {

  private final Administration broker;

  /**
   * Something that is not as planned.
   *
   * @param is what the broker has; empty where the topic is missing
   */
  public record Difference(String topic, String setting, String is, String planned) {}

  public BrokerTopics(PassageConfig config) {
    broker = new Administration(config);
  }

  /** What is not as planned. */
  public List<Difference> differences(List<TopicPlan> plans) {
    Set<String> there = broker.await(broker.admin().listTopics().names());
    Map<String, Map<String, String>> settings = settings(plans, there);
    List<Difference> differences = new ArrayList<>();
    for (TopicPlan plan : plans) {
      Map<String, String> has = settings.getOrDefault(plan.name(), Map.of());
      new TreeMap<>(plan.settings())
          .forEach(
              (setting, planned) -> {
                String is = has.getOrDefault(setting, "");
                if (!is.equals(planned)) {
                  differences.add(new Difference(plan.name(), setting, is, planned));
                }
              });
    }
    return differences;
  }

  /**
   * Creates topics that are missing and changes settings that are not as planned.
   *
   * @param partitions of topics that are created
   * @param replicas of topics that are created
   * @return what was not as planned
   */
  public List<Difference> apply(List<TopicPlan> plans, int partitions, short replicas) {
    List<Difference> differences = differences(plans);
    Set<String> absent = new HashSet<>();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (Difference one : differences) {
      if (one.is().isEmpty()) {
        absent.add(one.topic());
      } else {
        changes
            .computeIfAbsent(resource(one.topic()), topic -> new ArrayList<>())
            .add(
                new AlterConfigOp(
                    new ConfigEntry(one.setting(), one.planned()), AlterConfigOp.OpType.SET));
      }
    }
    List<NewTopic> missing =
        plans.stream()
            .filter(plan -> absent.contains(plan.name()))
            .map(plan -> new NewTopic(plan.name(), partitions, replicas).configs(plan.settings()))
            .toList();
    if (!missing.isEmpty()) {
      broker.await(broker.admin().createTopics(missing).all());
    }
    if (!changes.isEmpty()) {
      broker.await(broker.admin().incrementalAlterConfigs(changes).all());
    }
    return differences;
  }

  private Map<String, Map<String, String>> settings(List<TopicPlan> plans, Set<String> there) {
    List<ConfigResource> asked =
        plans.stream()
            .map(TopicPlan::name)
            .filter(there::contains)
            .map(BrokerTopics::resource)
            .toList();
    Map<String, Map<String, String>> settings = new HashMap<>();
    for (Map.Entry<ConfigResource, Config> one :
        broker.await(broker.admin().describeConfigs(asked).all()).entrySet()) {
      Map<String, String> values = new HashMap<>();
      one.getValue().entries().forEach(entry -> values.put(entry.name(), entry.value()));
      settings.put(one.getKey().name(), values);
    }
    return settings;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  @Override
  public void close() {
    broker.close();
  }
}
