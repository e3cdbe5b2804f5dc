package eu.passage.cep.toll.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.passage.cep.toll.reconcile.SignedReport.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedReportTest {

  /** The example keys of RFC 8410, section 10. */
  private static final String PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
      -----END PUBLIC KEY-----
      """;

  private static final Instant NOW = Instant.parse("2026-03-11T04:00:00Z");

  @TempDir Path folder;

  private PrivateKey privateKey;
  private PublicKey publicKey;

  @BeforeEach
  void keys() throws IOException {
    privateKey = ReportKeys.privateKey(Files.writeString(folder.resolve("report.key"), PRIVATE));
    publicKey = ReportKeys.publicKey(Files.writeString(folder.resolve("report.pub"), PUBLIC));
  }

  @Test
  void aReportIsGenuineAsItWasWritten() throws Exception {
    SignedReport files = SignedReport.write(folder, report(new TollDay(30)), privateKey);

    assertThat(files.json()).hasFileName("toll-report-2026-03-10.json");
    assertThat(files.verify(publicKey)).isEqualTo(Verdict.GENUINE);
    assertThat(SignedReport.at(files.json()).verify(publicKey)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void opensslSignsTheSame() throws Exception {
    // printf 'passage' | openssl pkeyutl -sign -inkey report.key -rawin -in /dev/stdin | base64
    assertThat(ReportSignature.sign("passage".getBytes(StandardCharsets.UTF_8), privateKey))
        .isEqualTo(
            "wpzBqYvANzuFBeLYxevC1I7KHJEX/jlYQO662fjdPKZvkNG47jrPaJViyV6ofJV1fNw+xYuNVmK9/KLoQ09dDQ==");
  }

  @Test
  void anyChangedByteIsFound() throws Exception {
    byte[] json = ReportJson.bytes(report(new TollDay(10)));
    String signature = ReportSignature.sign(json, privateKey);
    Random random = new Random(3);
    for (int i = 0; i < json.length; i += 1 + random.nextInt(20)) {
      json[i] ^= (byte) (1 << random.nextInt(8));
      assertThat(ReportSignature.verify(json, signature, publicKey)).isFalse();
      json = ReportJson.bytes(report(new TollDay(10)));
    }
    assertThat(ReportSignature.verify(json, signature, publicKey)).isTrue();
    assertThat(ReportSignature.verify(json, "", publicKey)).isFalse();
    assertThat(ReportSignature.verify(json, "not base64!", publicKey)).isFalse();
  }

  @Test
  void anotherKeysSignatureAndThePageOfAnotherReportAreFound() throws Exception {
    SignedReport files = SignedReport.write(folder, report(new TollDay(30)), privateKey);
    KeyPair stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThat(files.verify(stranger.getPublic())).isEqualTo(Verdict.FORGED);

    String page = Files.readString(files.page());
    SignedReport.write(folder, report(new TollDay(31)), privateKey);
    Files.writeString(files.page(), page);
    assertThat(files.verify(publicKey)).isEqualTo(Verdict.PAGE_OF_ANOTHER);
  }

  @Test
  void aKeyOfAnotherKindIsRefusedByItsFile() throws Exception {
    Path file = folder.resolve("report.pub");
    assertThatThrownBy(() -> ReportKeys.privateKey(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("-----BEGIN PRIVATE KEY-----");

    Files.writeString(file, PUBLIC.replace("MCow", "MCox"));
    assertThatThrownBy(() -> ReportKeys.publicKey(file)).isInstanceOf(IOException.class);
  }

  @Test
  void theSameDayGivesTheSameBytes() {
    assertThat(ReportJson.bytes(report(new TollDay(30))))
        .isEqualTo(ReportJson.bytes(report(new TollDay(30))));
  }

  @Test
  void theJsonTellsTheDayWithMoneyAsText() throws Exception {
    JsonNode json = new ObjectMapper().readTree(ReportJson.bytes(report(new TollDay(30))));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "format", "day", "zone", "madeAt", "compared", "points", "camerasDown", "differences");
    assertThat(json.path("day").textValue()).isEqualTo("2026-03-10");
    assertThat(json.path("madeAt").textValue()).isEqualTo("2026-03-11T04:00:00Z");
    JsonNode point = json.path("points").path(0);
    assertThat(point.path("chargingPoint").textValue()).isEqualTo("EST-1");
    assertThat(point.path("sums").path(0).path("amount").isTextual()).isTrue();
    assertThat(json.path("differences")).isEmpty();
  }

  @Test
  void aPointsEventsAndAmountsAddUp() {
    TollDay day = new TollDay(30);
    DayReport report = report(day);

    for (PointDay point : report.points()) {
      long standing = point.standing().values().stream().mapToLong(Long::longValue).sum();
      assertThat(point.events()).isEqualTo(standing + point.corrections());
      // one number of each point belongs to a correction of the day before
      assertThat(point.lastSequence() - point.firstSequence() + 1).isEqualTo(point.events() + 1);
      assertThat(point.withoutEvidence()).isZero();
    }
    assertThat(
            report.points().stream()
                .flatMap(point -> point.sums().stream())
                .map(TariffSum::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualTo(
            day.standing().stream()
                .map(event -> event.getCharge().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(report.points())
        .extracting(PointDay::truckPassages)
        .containsExactlyElementsOf(
            day.passages().values().stream().map(ids -> (long) ids.size()).toList());
  }

  @Test
  void thePageSaysInPlainWordsWhatDoesNotAgreeAndNeedsNothingElse() throws Exception {
    TollDay day = new TollDay(30);
    String event = PlantedFault.ROW_DELETED.plant(day, new Random(5));
    SignedReport files = SignedReport.write(folder, report(day), privateKey);

    String page = Files.readString(files.page());

    assertThat(page)
        .contains("Tolls of Tuesday 10 March 2026")
        .contains("1 difference was found")
        .contains("event " + event + " is in the topic and not in the table")
        .contains("EST-1&lt;1&gt;")
        .contains("openssl pkeyutl -verify")
        .doesNotContain("<script", "http://", "https://", "<link", "EST-1<1>");
  }

  @Test
  void aDayOnWhichEverythingAgreesSaysSo() {
    assertThat(new ReportPage(report(new TollDay(30)), "report.json", "0".repeat(64)).page())
        .contains("Everything agrees: ")
        .doesNotContain("What does not agree");
  }

  @Test
  void aPointWithoutAnyEventIsInTheReportToo() {
    TollDay day = new TollDay(30);
    day.passages().put("EST-4", Set.of("passage-silent"));

    DayReport report = report(day);

    assertThat(report.points())
        .filteredOn(point -> point.chargingPoint().equals("EST-4"))
        .singleElement()
        .satisfies(point -> assertThat(point.truckPassages()).isEqualTo(1))
        .satisfies(point -> assertThat(point.events()).isZero());
    assertThat(report.differences())
        .extracting(Difference::kind)
        .containsExactly(DifferenceKind.PASSAGE_WITHOUT_EVENT);
  }

  @Test
  void whatCamerasCountedStandsBesideTheTrucksAndIsNotAtHandWithoutThem() {
    TollDay day = new TollDay(30);
    Traffic traffic = new Traffic(Map.of("EST-1", 12_345L, "EST-9", 7L), List.of());

    DayReport counted = DayReport.of(day.books(), TollDay::check, Optional.of(traffic), NOW);
    DayReport uncounted = DayReport.of(day.books(), TollDay::check, Optional.empty(), NOW);

    assertThat(counted.points())
        .extracting(PointDay::chargingPoint, PointDay::vehicles, PointDay::truckPassages)
        .contains(tuple("EST-2", 0L, 12L), tuple("EST-9", 7L, 0L));
    assertThat(page(counted)).contains("12,345");
    assertThat(uncounted.points()).extracting(PointDay::vehicles).containsOnlyNulls();
    assertThat(page(uncounted)).contains("not at hand").doesNotContain("12,345");
  }

  @Test
  void keysThatWereMadeSignAndVerifyAndAreNeverOverwritten() throws Exception {
    Path secret = folder.resolve("own.key");
    Path open = folder.resolve("own.pub");
    ReportKeys.make(secret, open);

    SignedReport files =
        SignedReport.write(folder, report(new TollDay(10)), ReportKeys.privateKey(secret));
    assertThat(files.verify(ReportKeys.publicKey(open))).isEqualTo(Verdict.GENUINE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> ReportKeys.make(secret, folder.resolve("other.pub")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> ReportKeys.make(folder.resolve("other.key"), open))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("other.key")).doesNotExist();
  }

  private static String page(DayReport report) {
    return new ReportPage(report, "report.json", "0".repeat(64)).page();
  }

  private static DayReport report(TollDay day) {
    return DayReport.of(
        day.books(),
        TollDay::check,
        Optional.of(
            new Traffic(
                Map.of("EST-1", 12_345L),
                List.of(
                    new CameraDown(
                        "EST-1<1>",
                        "EST-1",
                        Instant.parse("2026-03-10T02:00:00Z"),
                        Instant.parse("2026-03-10T02:12:00Z"))))),
        NOW);
  }
}
