package eu.passage.cep.toll.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.toll.RegistryAnswer;
import eu.passage.cep.toll.RegistryAnswer.Known;
import eu.passage.cep.toll.RegistryAnswer.NotAnswered;
import eu.passage.cep.toll.RegistryAnswer.NotKnown;
import eu.passage.cep.toll.VehicleFacts;
import eu.passage.cep.toll.registry.RegistrySettings.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRegistryTest {

  private static final String FACTS =
      "{\"euroClass\":6,\"co2Class\":\"3\",\"maximumMassKg\":40000,\"axles\":5,"
          + "\"uses\":[\"military\"],\"colour\":\"red\"}";
  private static final Known KNOWN =
      new Known(new VehicleFacts(6, "3", 40_000, 5, Set.of("military")));

  private final Queue<RegistryEvent> events = new ConcurrentLinkedQueue<>();
  private final AtomicLong nanos = new AtomicLong();
  private AnsweringServer server;
  private HttpRegistry registry;

  @BeforeEach
  void start() throws IOException {
    server = new AnsweringServer();
    registry = registry(Duration.ofSeconds(20), 2, new BearerToken.None());
  }

  @AfterEach
  void stop() {
    registry.close();
    server.close();
  }

  @Test
  void itAsksForTheVehicleAndReadsTheFacts() {
    server.answer(200, FACTS);

    assertThat(ask("MÜ1234")).isEqualTo(KNOWN);
    assertThat(server.paths()).containsExactly("/api/vehicles/BE/M%C3%9C1234");
    assertThat(events).containsExactly(RegistryEvent.ASKED, RegistryEvent.KNOWN);
  }

  @Test
  void whatTheRegistryDoesNotKnowOfAVehicleIsAbsent() {
    server.answer(200, "{\"euroClass\":null,\"co2Class\":3}");

    assertThat(ask("1ABC234"))
        .isEqualTo(new Known(new VehicleFacts(null, "3", null, null, Set.of())));
  }

  @Test
  void aVehicleThatIsNotThereIsNotKnown() {
    server.answer(404, "");

    assertThat(ask("1ABC234")).isEqualTo(new NotKnown());
  }

  @Test
  void withoutACountryNobodyIsAsked() {
    assertThat(registry.lookUp("1ABC234", null).join()).isEqualTo(new NotKnown());
    assertThat(server.paths()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "[]",
        "{\"euroClass\":\"6\"}",
        "{\"euroClass\":6.5}",
        "{\"euroClass\":8}",
        "{\"maximumMassKg\":-1}",
        "{\"axles\":99999999999999999999}",
        "{\"co2Class\":{}}",
        "{\"uses\":\"military\"}",
        "{\"uses\":[1]}",
        "{\"euroClass\":6} {}"
      })
  void anAnswerThatIsWrongInOnePartIsNoAnswer(String body) {
    server.answer(200, body);

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
    assertThat(events).contains(RegistryEvent.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 400, 401, 429, 500, 503})
  void anotherStatusIsNoAnswer(int status) {
    server.answer(status, FACTS);

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
  }

  @Test
  void anAnswerThatIsFarTooLongIsNoAnswer() {
    server.answer(200, "{\"note\":\"" + "x".repeat(100_000) + "\"}");

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
  }

  @Test
  void aRegistryThatIsGoneDoesNotAnswer() {
    server.close();

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
  }

  @Test
  void aSlowRegistryDoesNotAnswerAndItsPlaceIsFreeAgain() {
    registry.close();
    registry = registry(Duration.ofMillis(300), 1, new BearerToken.None());
    server.hold();

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
    assertThat(ask("1ABC235")).isEqualTo(new NotAnswered());
    assertThat(events)
        .containsExactly(
            RegistryEvent.ASKED, RegistryEvent.FAILED, RegistryEvent.ASKED, RegistryEvent.FAILED);
  }

  @Test
  void aBodyThatDripsForEverIsNoAnswer() {
    registry.close();
    registry = registry(Duration.ofMillis(300), 1, new BearerToken.None());
    server.drip();

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
  }

  @Test
  void moreThanTheBoundAreNotAskedAndDoNotWait() {
    server.hold();
    server.answer(200, FACTS);
    CompletableFuture<RegistryAnswer> first = registry.lookUp("1ABC234", "BE");
    CompletableFuture<RegistryAnswer> second = registry.lookUp("1ABC235", "BE");

    assertThat(registry.lookUp("1ABC236", "BE")).isCompletedWithValue(new NotAnswered());
    assertThat(events).contains(RegistryEvent.TOO_MANY);

    server.release();
    assertThat(wait(first)).isEqualTo(KNOWN);
    assertThat(wait(second)).isEqualTo(KNOWN);
    assertThat(ask("1ABC236")).isEqualTo(KNOWN);
  }

  @Test
  void severalWhoAskForOneVehicleShareOneQuestion() {
    server.hold();
    server.answer(200, FACTS);
    CompletableFuture<RegistryAnswer> first = registry.lookUp("1ABC234", "BE");
    CompletableFuture<RegistryAnswer> second = registry.lookUp("1ABC234", "BE");
    CompletableFuture<RegistryAnswer> third = registry.lookUp("1ABC234", "BE");
    third.cancel(true);
    server.release();

    assertThat(wait(first)).isEqualTo(KNOWN);
    assertThat(wait(second)).isEqualTo(KNOWN);
    assertThat(server.paths()).hasSize(1);
  }

  @Test
  void factsAreRememberedForADay() {
    server.answer(200, FACTS);
    ask("1ABC234");
    pass(Duration.ofHours(23));
    server.answer(404, "");

    assertThat(ask("1ABC234")).isEqualTo(KNOWN);
    pass(Duration.ofHours(2));
    assertThat(ask("1ABC234")).isEqualTo(new NotKnown());
    assertThat(server.paths()).hasSize(2);
  }

  @Test
  void thatAVehicleIsNotKnownIsRememberedForAnHour() {
    server.answer(404, "");
    ask("1ABC234");
    server.answer(200, FACTS);
    pass(Duration.ofMinutes(59));

    assertThat(ask("1ABC234")).isEqualTo(new NotKnown());
    pass(Duration.ofMinutes(2));
    assertThat(ask("1ABC234")).isEqualTo(KNOWN);
  }

  @Test
  void whatWasNoAnswerIsNotRemembered() {
    server.answer(500, "");
    ask("1ABC234");
    server.answer(200, FACTS);

    assertThat(ask("1ABC234")).isEqualTo(KNOWN);
  }

  @Test
  void aRegistryThatKeepsFailingIsSparedForAWhileAndThenTriedOnce() {
    server.answer(503, "");
    for (int i = 0; i < 3; i++) {
      ask("1ABC23" + i);
    }
    assertThat(events).contains(RegistryEvent.CLOSED_OFF);
    assertThat(registry.lookUp("1ABC239", "BE")).isCompletedWithValue(new NotAnswered());
    assertThat(server.paths()).hasSize(3);

    pass(Duration.ofSeconds(30));
    server.answer(404, "");
    assertThat(ask("1ABC239")).isEqualTo(new NotKnown());
    assertThat(events).contains(RegistryEvent.SPARED, RegistryEvent.OPENED_AGAIN);
  }

  @Test
  void aTokenThatWasRefusedIsReadAgain(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "old\n");
    registry.close();
    registry = registry(Duration.ofSeconds(20), 2, new BearerToken.InFile(file.toString()));
    server.answer(401, "");
    ask("1ABC234");
    Files.writeString(file, "new\n");
    server.answer(200, FACTS);

    assertThat(ask("1ABC234")).isEqualTo(KNOWN);
    assertThat(server.authorizations()).containsExactly("Bearer old", "Bearer new");
  }

  @Test
  void withoutItsTokenTheRegistryIsNotAsked() {
    registry.close();
    registry =
        registry(Duration.ofSeconds(20), 2, new BearerToken.Variable("PASSAGE_NO_SUCH_VARIABLE"));

    assertThat(ask("1ABC234")).isEqualTo(new NotAnswered());
    assertThat(server.paths()).isEmpty();
  }

  @Test
  void closingAnswersThoseWhoStillWait() {
    server.hold();
    CompletableFuture<RegistryAnswer> waiting = registry.lookUp("1ABC234", "BE");

    registry.close();

    assertThat(waiting).isCompletedWithValue(new NotAnswered());
    assertThat(registry.lookUp("1ABC235", "BE")).isCompletedWithValue(new NotAnswered());
  }

  @Test
  void aLogNeverShowsAWholePlate() {
    assertThat(new VehicleId("BE", "1ABC234")).hasToString("BE:1A…");
  }

  private HttpRegistry registry(Duration answer, int mostAsked, BearerToken token) {
    Http settings =
        new Http(
            server.base(),
            token,
            Duration.ofSeconds(20),
            answer,
            mostAsked,
            1_000,
            Duration.ofHours(24),
            Duration.ofHours(1),
            3,
            Duration.ofSeconds(30));
    return new HttpRegistry(settings, events::add, nanos::get);
  }

  private RegistryAnswer ask(String plate) {
    return wait(registry.lookUp(plate, "BE"));
  }

  private static RegistryAnswer wait(CompletableFuture<RegistryAnswer> answer) {
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
