package eu.passage.cep.trucks.bans;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.ControlEvent;
import eu.passage.avro.ControlKind;
import eu.passage.avro.Evidence;
import eu.passage.avro.TollEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlWriterTest {

  private static final Restriction LUNCH =
      new ClosedHours(
          Set.of("EST-1"),
          List.of(
              new Closure(
                  Set.of(DayOfWeek.values()), Closure.OnHolidays.AS_USUAL, 9 * 60, 14 * 60)));

  private static final Restriction HEAVY =
      new Overweight(Set.of("EST-1"), Map.of(2, 19_000), 44_000, 10);

  private final ControlWriter writer = new ControlWriter();

  @Test
  void anEventHoldsAllThatAPersonNeeds() {
    TollEvent in = Trucks.draft(0, "1TRK55S", "FR>BE", "EST-1");
    in.setPlateConfidence(0.9f);
    TollEvent out = Trucks.draft(662, "1TRK555", "BE>FR", "EST-3");

    ControlEvent event = writer.write(breach(Trucks.TRANSIT, in, out));

    assertThat(event.getKind()).isEqualTo(ControlKind.TRANSIT);
    assertThat(event.getBanId()).isEqualTo("transit");
    assertThat(event.getBanVersion()).isEqualTo("2026");
    assertThat(event.getChargingPoint()).isEqualTo("EST-3");
    assertThat(event.getAt()).isEqualTo(out.getAt());
    assertThat(event.getPlate()).as("the one that was read best").isEqualTo("1TRK555");
    assertThat(event.getCountry()).isEqualTo("BE");
    assertThat(event.getPassageIds()).containsExactly(in.getPassageId(), out.getPassageId());
    assertThat(event.getConfidence())
        .isEqualTo(Math.min(in.getClassConfidence(), in.getPlateConfidence()));
    assertThat(event.getEvidence())
        .hasSize(2)
        .extracting(Evidence::getSha256)
        .allMatch(hash -> hash.length() == 64);
    assertThat(event.getSays())
        .isEqualTo(
            "1-TRK-555 (BE) came in by EST-1 at 10:00:00 and went out by EST-3 at 10:11:02 on"
                + " March 11, 2026, after 11 min 2 s; up to 20 min counts as transit: a test.");
  }

  @Test
  void theIdTellsBanVersionAndPassages() {
    TollEvent in = Trucks.draft(0, "1TRK555", "FR>BE", "EST-1");
    TollEvent out = Trucks.draft(600, "1TRK555", "BE>FR", "EST-3");
    String id = id(breach(Trucks.TRANSIT, in, out));

    assertThat(id(breach(Trucks.TRANSIT, in, out))).isEqualTo(id).startsWith("control-");
    assertThat(id(breach(Trucks.ban("other", Trucks.TRANSIT.restriction()), in, out)))
        .isNotEqualTo(id);
    assertThat(id(breach(Trucks.TRANSIT, Trucks.draft(1, "1TRK555", "FR>BE", "EST-1"), out)))
        .isNotEqualTo(id);
  }

  @Test
  void aViewThatJoinsLaterLeavesTheId() {
    TollEvent in = Trucks.draft(0, "1TRK555", "FR>BE", "EST-1");
    TollEvent out = Trucks.draft(600, "1TRK555", "BE>FR", "EST-3");
    String id = id(breach(Trucks.TRANSIT, in, out));
    out.setPassageIds(List.of(out.getPassageId(), "the rear"));

    assertThat(id(breach(Trucks.TRANSIT, in, out))).isEqualTo(id);
  }

  @Test
  void aClosedRoadIsToldWithItsHours() {
    assertThat(says("en", LUNCH, Trucks.draft(7, "1TRK555", "FR>BE", "EST-1")))
        .isEqualTo(
            "1-TRK-555 (BE) passed EST-1 at 10:00:07 on March 11, 2026, between 09:00 and 14:00:"
                + " a test.");
    assertThat(says("fr", LUNCH, Trucks.draft(7, "1TRK555", "FR>BE", "EST-1")))
        .isEqualTo(
            "1-TRK-555 (BE) est passé à EST-1 à 10:00:07 le 11 mars 2026, entre 09:00 et 14:00 :"
                + " a test.");
  }

  @Test
  void aWeightIsToldWithWhatTheMeasurementMayBeWrongBy() {
    TollEvent heavy = Trucks.draft(0, "1TRK555", "FR>BE", "EST-1");
    heavy.setWeightKg(25_000);
    heavy.setAxles(2);
    assertThat(says("en", HEAVY, heavy))
        .isEqualTo(
            "1-TRK-555 (BE) passed EST-1 at 10:00:00 on March 11, 2026 and weighed 25,000 kg in"
                + " motion; less 10 % for the measurement that is 22,500 kg, and 19,000 kg are"
                + " allowed with 2 axles: a test.");
    heavy.setWeightKg(60_000);
    heavy.setAxles(null);
    assertThat(says("de", HEAVY, heavy)).contains("54.000 kg, und 44.000 kg sind erlaubt: a test.");
  }

  @Test
  void aPlateWithoutACountrySaysSo() {
    TollEvent passage = Trucks.draft(0, "1TRK555", "FR>BE", "EST-1");
    passage.setCountry(null);

    assertThat(says("nl", LUNCH, passage)).startsWith("1TRK555 (land onbekend) reed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_fr", "_nl", "_de"})
  void everyLanguageHasEverySentence(String language) throws IOException {
    assertThat(words(language).stringPropertyNames()).isEqualTo(words("").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "nl", "de"})
  void noSentenceHasAGapLeft(String language) {
    TollEvent heavy = Trucks.draft(0, "1TRK555", "FR>BE", "EST-1");
    heavy.setWeightKg(60_000);
    heavy.setAxles(5);
    TollEvent out = Trucks.draft(600, "1TRK555", "BE>FR", "EST-3");
    Ban transit = in(language, Trucks.TRANSIT);

    assertThat(List.of(says(language, HEAVY, heavy), says(language, LUNCH, heavy)))
        .noneMatch(says -> says.contains("{") || says.contains("''"));
    assertThat(writer.write(breach(transit, heavy, out)).getSays())
        .doesNotContain("{")
        .contains("EST-1", "EST-3", "10:00:00", "10:10:00", "20 min");
  }

  private static Properties words(String language) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ControlSentence.class.getResourceAsStream("words" + language + ".properties"))) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return properties;
    }
  }

  private String says(String language, Restriction restriction, TollEvent passage) {
    return writer.write(breach(in(language, Trucks.ban("a-ban", restriction)), passage)).getSays();
  }

  private static Ban in(String language, Ban ban) {
    return new Ban(
        ban.id(),
        ban.version(),
        ban.title(),
        language,
        ban.validFrom(),
        ban.validTo(),
        ban.restriction(),
        List.of());
  }

  private static Breach breach(Ban ban, TollEvent... drafts) {
    return new Breach(ban, Arrays.stream(drafts).map(Sighting::of).toList());
  }

  private String id(Breach breach) {
    return writer.write(breach).getControlId();
  }
}
