package eu.passage.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.jobs.config.ConfigFile;
import eu.passage.schemas.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class LocalPlatformTest {

  @Test
  void bringsUpEveryTopicARegistryAndTheWebUiAndLeavesNothingBehind() throws Exception {
    Path directory;
    try (LocalPlatform platform = LocalPlatform.start(ConfigFile.defaults(), 2);
        Admin admin = Admin.create(platform.config().kafka().clientProperties())) {
      assertThat(admin.listTopics().names().get())
          .containsAll(
              Arrays.stream(Topic.values())
                  .filter(topic -> topic != Topic.NOTICES)
                  .map(Topic::topicName)
                  .toList())
          .contains("notices-police-be", "notices-ccpd-tournai")
          .doesNotContain("notices");
      assertThat(cleanupPolicy(admin, Topic.WATCHLIST)).isEqualTo("compact");
      assertThat(cleanupPolicy(admin, Topic.FRAMES)).isEqualTo("delete");
      assertThat(get(platform.config().registry().url() + "/subjects")).isEqualTo("[]");
      assertThat(webUi(platform)).contains("<html");
      directory = platform.directory();
      assertThat(directory).isDirectory();
    }

    assertThat(directory).doesNotExist();
  }

  @Test
  void twoPlatformsRunBesideEachOtherAndClosingTwiceDoesNoHarm() throws Exception {
    LocalPlatform one = LocalPlatform.start(ConfigFile.defaults(), 1);
    LocalPlatform other = LocalPlatform.start(ConfigFile.defaults(), 1);

    one.close();
    one.close();

    assertThat(get(other.cluster().webUi() + "/overview")).contains("\"slots-total\":1");
    other.close();
  }

  /** Flink's own election may still be going on when it answers for the first time. */
  private static String webUi(LocalPlatform platform) throws Exception {
    String page = get(platform.cluster().webUi() + "/");
    for (int i = 0; i < 100 && page.contains("leader election"); i++) {
      Thread.sleep(100);
      page = get(platform.cluster().webUi() + "/");
    }
    return page;
  }

  private static String cleanupPolicy(Admin admin, Topic topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    return admin
        .describeConfigs(Set.of(resource))
        .all()
        .get()
        .get(resource)
        .get("cleanup.policy")
        .value();
  }

  private static String get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
