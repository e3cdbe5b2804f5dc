package eu.passage.jobs.tolls.rerate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.InputSource;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.files.TariffFile;
import eu.passage.cep.toll.tariff.TariffTable;
import eu.passage.jobs.archive.DayCopies;
import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.archive.SampleTolls;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.config.DatabaseSettings;
import eu.passage.jobs.config.PassageConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files and the table say the same of what would change; no broker is asked for that. */
@Timeout(240)
class CopiesTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  /** Three days from the 26th on, a passage every six hours, each of another truck. */
  private static final int PASSAGES = 12;

  @TempDir static Path directory;
  private static OwnPostgres postgres;
  private static TariffTable tariffs;

  @BeforeAll
  static void copy() throws Exception {
    postgres = new OwnPostgres(directory.resolve("postgres"));
    tariffs =
        new TariffTable(
            TariffFile.parse(
                    "t.yaml",
                    version("1", "2026-01-01", "2026-11-27", "1.50")
                        + "---\n"
                        + version("2", "2026-11-27", "2027-01-01", "2.25"))
                .stream()
                .map(document -> document.tariff())
                .toList());
    List<TollEvent> events = new ArrayList<>();
    for (int i = 0; i < PASSAGES; i++) {
      events.add(event(i));
    }
    // two of the 27th do not hold any more: one was taken back, one corrected already
    events.add(TollChain.numbered(TollChain.withdrawal(events.get(4), CorrectionCause.REVIEW), 13));
    events.add(
        TollChain.numbered(
            TollChain.correction(
                TollEvent.newBuilder(events.get(5)).setCharge(charge("2", "2.2500")).build(),
                events.get(5),
                CorrectionCause.TARIFF),
            14));
    DayCopies.files(directory.resolve("tolls"), "tolls-0", ZONE, events);
    DayCopies.rows(postgres.settings(), ZONE, events);
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  private static String version(String version, String from, String to, String price) {
    return """
    tariff: t
    version: "%s"
    title: A test
    validFrom: %s
    validTo: %s
    zone: Europe/Brussels
    currency: EUR
    vat: none
    at: {points: [EST-1]}
    per: passage
    price: "%s"
    """
        .formatted(version, from, to, price);
  }

  private static TollEvent event(int i) {
    TollEvent event = SampleTolls.event("EST-1", i + 1);
    event.setAt(SampleTolls.START.plusSeconds(6L * 3600 * i));
    event.setPlate("1TRK%03d".formatted(i));
    event.setCharge(charge("1", "1.5000"));
    event.setCorrects(null);
    event.setCause(CorrectionCause.NONE);
    event.setStatus(TollStatus.FINAL);
    return event;
  }

  private static Charge charge(String version, String amount) {
    return Charge.newBuilder()
        .setTariffId("t")
        .setTariffVersion(version)
        .setAmount(new BigDecimal(amount))
        .setCurrency("EUR")
        .setVat(VatTreatment.NONE)
        .setInputs(List.of(new ChargeInput("price", amount, InputSource.TARIFF)))
        .build();
  }

  private static RerateSummary dryRun(
      @Nullable DatabaseSettings database, @Nullable URI files, @Nullable String from)
      throws Exception {
    PassageConfig defaults = ConfigFile.defaults();
    PassageConfig config = defaults.with(defaults.tollArchive().with(database, files));
    LocalDate day = from == null ? null : LocalDate.parse(from);
    return new RerateRun(config, tariffs, day, true).here();
  }

  @Test
  void filesAndTableSayTheSameOfEachDay() throws Exception {
    RerateSummary ofFiles = dryRun(null, directory.resolve("tolls").toUri(), null);
    RerateSummary ofTable = dryRun(postgres.settings(), null, null);

    assertThat(ofFiles.lines()).isEqualTo(ofTable.lines());
    assertThat(ofFiles.notes()).isEmpty();
    assertThat(ofFiles.source()).contains("files below");
    assertThat(ofTable.source()).contains("table passage.toll_events");
    assertThat(String.join("\n", ofFiles.words()))
        .contains("6 events change: +4.5000 EUR in all.", "Nothing was written")
        .contains("2026-11-27       2  t 1     t 2    3.0000  4.5000  +1.5000 EUR")
        .contains("2026-11-28       4  t 1     t 2    6.0000  9.0000  +3.0000 EUR");
    assertThat(ofFiles.json())
        .contains(
            "{\"day\":\"2026-11-27\",\"before\":\"t 1\",\"events\":2,\"currency\":\"EUR\","
                + "\"amountBefore\":\"3.0000\",\"after\":\"t 2\",\"amountAfter\":\"4.5000\",\"review\":0}");
  }

  @Test
  void fromADayOnEarlierOnesStay() throws Exception {
    assertThat(dryRun(null, directory.resolve("tolls").toUri(), "2026-11-28").changed())
        .isEqualTo(4);
    assertThat(dryRun(postgres.settings(), null, "2026-11-28").changed()).isEqualTo(4);
    assertThat(dryRun(postgres.settings(), null, "2026-12-24").words())
        .contains("No event changes.");
  }
}
