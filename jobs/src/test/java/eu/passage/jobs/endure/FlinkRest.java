package eu.passage.jobs.endure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** What a Flink cluster tells by REST. */
final class FlinkRest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  /**
   * A job.
   *
   * @param running so many of its tasks
   * @param tasks it has
   */
  record Job(String id, String name, String state, int running, int tasks) {

    boolean isWhole() {
      return state.equals("RUNNING") && running == tasks;
    }
  }

  FlinkRest(URI address) {
    this.address = address;
  }

  /** Whether it answers. */
  boolean isThere() throws InterruptedException {
    try {
      get("/overview");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The TaskManagers, the one with the most work first. */
  List<String> taskManagers() throws IOException, InterruptedException {
    record Worker(String id, int free) {}
    List<Worker> workers = new ArrayList<>();
    for (JsonNode one : get("/taskmanagers").get("taskmanagers")) {
      workers.add(new Worker(one.get("id").asText(), one.get("freeSlots").asInt()));
    }
    workers.sort(Comparator.comparingInt(Worker::free));
    return workers.stream().map(Worker::id).toList();
  }

  /** The job of a name, the newest where there are several. */
  Optional<Job> job(String name) throws IOException, InterruptedException {
    return StreamSupport.stream(get("/jobs/overview").get("jobs").spliterator(), false)
        .filter(job -> job.get("name").asText().equals(name))
        .max(Comparator.comparingLong(job -> job.get("start-time").asLong()))
        .map(FlinkRest::job);
  }

  /** How often it was started again; empty until the cluster has collected its metrics. */
  OptionalInt restarts(Job job) throws IOException, InterruptedException {
    JsonNode value = get("/jobs/" + job.id() + "/metrics?get=numRestarts").path(0).path("value");
    return value.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(value.asInt());
  }

  /** Has it end after everything that it has read, with a savepoint. */
  void drain(Job job, URI savepoints) throws IOException, InterruptedException {
    post(
        "/jobs/" + job.id() + "/stop",
        JSON.createObjectNode().put("targetDirectory", savepoints.toString()).put("drain", true));
  }

  /** Hands a job in as the web UI does. */
  void submit(Path jar, Class<?> job, Path config) throws IOException, InterruptedException {
    String boundary = "the-jar";
    JsonNode uploaded =
        send(
            HttpRequest.newBuilder(address.resolve("/jars/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    BodyPublishers.concat(
                        BodyPublishers.ofString(
                            "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
                                .formatted(boundary, jar.getFileName())),
                        BodyPublishers.ofFile(jar),
                        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary))))
                .build());
    String file = uploaded.get("filename").asText();
    post(
        "/jars/%s/run".formatted(file.substring(file.lastIndexOf('/') + 1)),
        JSON.createObjectNode()
            .put("entryClass", job.getName())
            .set("programArgsList", JSON.createArrayNode().add("--config").add(config.toString())));
  }

  private static Job job(JsonNode job) {
    JsonNode tasks = job.get("tasks");
    return new Job(
        job.get("jid").asText(),
        job.get("name").asText(),
        job.get("state").asText(),
        tasks.get("running").asInt(),
        tasks.get("total").asInt());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build());
  }

  private void post(String path, JsonNode body) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= OK) {
      throw new IOException("%s: %s".formatted(request.uri(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }
}
