package eu.passage.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

  @ParameterizedTest
  @EnumSource(Topic.class)
  void aTopicsSchemaIsTheOneOfItsRecords(Topic topic) {
    assertThat(SpecificData.get().getSchema(topic.recordClass())).isEqualTo(topic.schema());
    assertThat(topic.subject()).isEqualTo(topic.topicName() + "-value");
  }

  @Test
  void namesAreThoseOfTheContract() {
    assertThat(Topic.values())
        .extracting(Topic::topicName)
        .containsExactly(
            "frames",
            "observations",
            "passages",
            "watchlist",
            "watch-lists",
            "list-makings",
            "watch-events",
            "rules",
            "rule-status",
            "alerts",
            "alert-actions",
            "alert-updates",
            "notices",
            "audit",
            "truck-passages",
            "toll-events",
            "toll-corrections",
            "camera-counts",
            "control-events",
            "dead-letters");
  }

  @Test
  void onlyWhatIsACurrentStateIsCompacted() {
    assertThat(Topic.values())
        .filteredOn(Topic::compacted)
        .containsExactly(
            Topic.WATCHLIST, Topic.WATCH_LISTS, Topic.LIST_MAKINGS, Topic.RULES, Topic.RULE_STATUS);
  }
}
