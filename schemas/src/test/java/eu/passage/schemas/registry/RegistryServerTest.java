package eu.passage.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Raw exchanges, as the documented REST gives them: no code of ours stands on the client's side.
 */
class RegistryServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String V1 =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";
  private static final String V2 =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"},"
          + "{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}]}";
  private static final String NEEDS_B =
      "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"},"
          + "{\"name\":\"b\",\"type\":\"string\"}]}";

  private final HttpClient http = HttpClient.newHttpClient();
  private RegistryServer registry;

  @BeforeEach
  void start() {
    registry = RegistryServer.start();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void theRootAnswersSoThatHealthChecksPass() throws Exception {
    assertThat(get("/")).isEqualTo(answer(200, "{}"));
  }

  @Test
  void everyAnswerCarriesTheMediaTypeOfTheRegistryApi() throws Exception {
    HttpResponse<String> response = send("GET", "/subjects", "");

    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
  }

  @Test
  void aNewSchemaGetsAnIdAndAVersion() throws Exception {
    assertThat(register("s-value", V1)).isEqualTo(answer(200, "{\"id\":1}"));
    assertThat(get("/subjects")).isEqualTo(answer(200, "[\"s-value\"]"));
    assertThat(get("/subjects/s-value/versions")).isEqualTo(answer(200, "[1]"));
    assertThat(get("/schemas/ids/1").body().get("schema").asText()).isEqualTo(V1);
    assertThat(get("/schemas/ids/1/versions"))
        .isEqualTo(answer(200, "[{\"subject\":\"s-value\",\"version\":1}]"));
  }

  @Test
  void registeringTheSameSchemaAgainChangesNothingHoweverItIsWritten() throws Exception {
    register("s-value", V1);

    assertThat(register("s-value", V1.replace(",", " ,\n  "))).isEqualTo(answer(200, "{\"id\":1}"));
    assertThat(get("/subjects/s-value/versions")).isEqualTo(answer(200, "[1]"));
  }

  @Test
  void theSameSchemaHasTheSameIdUnderEverySubjectAndAnotherSchemaAnother() throws Exception {
    register("s-value", V1);

    assertThat(register("t-value", V1)).isEqualTo(answer(200, "{\"id\":1}"));
    assertThat(register("u-value", V2)).isEqualTo(answer(200, "{\"id\":2}"));
  }

  @Test
  void aVersionIsFoundByNumberAndAsTheLatest() throws Exception {
    register("s-value", V1);
    register("s-value", V2);

    JsonNode first = get("/subjects/s-value/versions/1").body();
    JsonNode latest = get("/subjects/s-value/versions/latest").body();
    assertThat(first.get("version").asInt()).isEqualTo(1);
    assertThat(first.get("schema").asText()).isEqualTo(V1);
    assertThat(latest.get("version").asInt()).isEqualTo(2);
    assertThat(latest.get("id").asInt()).isEqualTo(2);
    assertThat(latest.get("subject").asText()).isEqualTo("s-value");
    assertThat(get("/subjects/s-value/versions/2/schema").body()).isEqualTo(JSON.readTree(V2));
  }

  @Test
  void lookUpFindsASchemaUnderItsSubjectOnly() throws Exception {
    register("s-value", V1);
    register("t-value", V2);

    assertThat(post("/subjects/s-value", V1).body().get("version").asInt()).isEqualTo(1);
    assertThat(post("/subjects/s-value", V2)).isEqualTo(fault(404, 40403, "Schema not found"));
    assertThat(post("/subjects/none", V1))
        .isEqualTo(fault(404, 40401, "Subject 'none' not found."));
  }

  @Test
  void aSchemaThatCannotReadTheNewestIsRefusedWithTheReason() throws Exception {
    register("s-value", V1);

    Answer answer = register("s-value", NEEDS_B);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().get("error_code").asInt()).isEqualTo(409);
    assertThat(answer.body().get("message").asText())
        .contains("s-value", "BACKWARD", "READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1");
    assertThat(get("/subjects/s-value/versions")).isEqualTo(answer(200, "[1]"));
  }

  @Test
  void theCompatibilityCheckAnswersWithoutRegistering() throws Exception {
    register("s-value", V1);
    String path = "/compatibility/subjects/s-value/versions/latest";

    assertThat(post(path, V2)).isEqualTo(answer(200, "{\"is_compatible\":true}"));
    assertThat(post(path, NEEDS_B)).isEqualTo(answer(200, "{\"is_compatible\":false}"));
    assertThat(post(path + "?verbose=true", NEEDS_B).body().get("messages")).hasSize(1);
    assertThat(get("/subjects/s-value/versions")).isEqualTo(answer(200, "[1]"));
  }

  @Test
  void theLevelIsBackwardUntilSomebodySetsAnother() throws Exception {
    assertThat(get("/config")).isEqualTo(answer(200, "{\"compatibilityLevel\":\"BACKWARD\"}"));
    register("s-value", V1);

    assertThat(send("PUT", "/config/s-value", "{\"compatibility\":\"NONE\"}").body())
        .isEqualTo("{\"compatibility\":\"NONE\"}");
    assertThat(register("s-value", NEEDS_B)).isEqualTo(answer(200, "{\"id\":2}"));
    assertThat(get("/config/s-value")).isEqualTo(answer(200, "{\"compatibilityLevel\":\"NONE\"}"));
    assertThat(get("/config/t-value").body().get("error_code").asInt()).isEqualTo(40408);
    assertThat(get("/config/t-value?defaultToGlobal=true"))
        .isEqualTo(answer(200, "{\"compatibilityLevel\":\"BACKWARD\"}"));
  }

  @Test
  void aTransitiveLevelLooksAtEveryEarlierSchema() throws Exception {
    send("PUT", "/config", "{\"compatibility\":\"NONE\"}");
    register("s-value", V1);
    register("s-value", V2);

    send("PUT", "/config", "{\"compatibility\":\"BACKWARD\"}");
    String path = "/compatibility/subjects/s-value/versions/";
    assertThat(post(path + "latest", NEEDS_B)).isEqualTo(answer(200, "{\"is_compatible\":true}"));
    send("PUT", "/config", "{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
    assertThat(register("s-value", NEEDS_B).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | /subjects/s/versions          |                         | 404 | 40401",
        "GET  | /subjects/s/versions/latest   |                         | 404 | 40401",
        "GET  | /subjects/known/versions/9    |                         | 404 | 40402",
        "GET  | /subjects/known/versions/0    |                         | 422 | 42202",
        "GET  | /subjects/known/versions/new  |                         | 422 | 42202",
        "GET  | /schemas/ids/77               |                         | 404 | 40403",
        "GET  | /schemas/ids/seven            |                         | 404 | 404",
        "GET  | /elsewhere                    |                         | 404 | 404",
        "POST | /subjects/s/versions          | no JSON                 | 400 | 400",
        "POST | /subjects/s/versions          | {}                      | 422 | 42201",
        "POST | /subjects/s/versions          | {\"schema\":\"{}\"}     | 422 | 42201",
        "POST | /subjects/s/versions          | {\"schema\":\"\\\"int\\\"\",\"schemaType\":\"JSON\"} | 422 | 42201",
        "PUT  | /config                       | {\"compatibility\":\"?\"} | 422 | 42203",
        "DELETE | /subjects/known             |                         | 405 | 405",
      })
  void whatCannotBeAnsweredGetsTheDocumentedCode(
      String method, String path, String body, int status, int errorCode) throws Exception {
    register("known", V1);

    HttpResponse<String> response = send(method, path, body == null ? "" : body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).get("error_code").asInt()).isEqualTo(errorCode);
    assertThat(JSON.readTree(response.body()).get("message").asText()).isNotEmpty();
  }

  @Test
  void aSubjectMayHoldAnyCharacter() throws Exception {
    register("a%2Fb%20c%2Bd", V1);

    assertThat(get("/subjects")).isEqualTo(answer(200, "[\"a/b c+d\"]"));
  }

  @Test
  void aHugeRequestIsRefused() throws Exception {
    assertThat(register("s-value", " ".repeat(2_000_000)).status()).isEqualTo(413);
  }

  private record Answer(int status, JsonNode body) {}

  private static Answer answer(int status, String body) throws IOException {
    return new Answer(status, JSON.readTree(body));
  }

  private static Answer fault(int status, int errorCode, String message) {
    return new Answer(
        status, JSON.createObjectNode().put("error_code", errorCode).put("message", message));
  }

  private Answer get(String path) throws Exception {
    return parse(send("GET", path, ""));
  }

  private Answer register(String subject, String schema) throws Exception {
    return post("/subjects/" + subject + "/versions", schema);
  }

  private Answer post(String path, String schema) throws Exception {
    return parse(send("POST", path, JSON.createObjectNode().put("schema", schema).toString()));
  }

  private static Answer parse(HttpResponse<String> response) throws IOException {
    return answer(response.statusCode(), response.body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.address() + path))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
