package eu.passage.cep.language;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import eu.passage.cep.Samples;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.language.RuleTest.Expected;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code scenarios.yaml}: how the passages and alerts of a rule's tests are written. */
class ScenarioTest {

  private static List<RuleTest> tests;

  @BeforeAll
  static void read() throws Exception {
    tests = AcceptedRulesTest.parse("scenarios.yaml").get(0).tests();
  }

  @Test
  void everythingKnownOfAPassageCanBeSaid() {
    assertThat(tests.get(0).given().get(0))
        .isEqualTo(
            new PassageFacts.Builder(local("2026-03-11T02:10"), "EST-1")
                .plate("1ABC234", "BE")
                .crossing("FR", "BE")
                .type(VehicleType.TRUCK)
                .colour(Colour.WHITE)
                .make("Volvo")
                .model("FH")
                .occupants(2)
                .confidence(0.9)
                .late(true)
                .build());
  }

  @Test
  void whatIsNotSaidIsUnknownAndThePlateIsSure() {
    PassageFacts passage = tests.get(0).given().get(1);

    assertThat(passage.at()).isEqualTo(local("2026-03-10T02:10:05"));
    assertThat(PlateCode.text(passage.plate())).isEqualTo("AB123CD");
    assertThat(CountryCode.text(passage.country())).isEqualTo("FR");
    assertThat(passage.crossing()).isFalse();
    assertThat(passage.type()).isEqualTo(VehicleType.UNKNOWN);
    assertThat(passage.make()).isEqualTo(NameCode.NONE);
    assertThat(passage.confidencePercent()).isEqualTo(100);
    assertThat(passage.late()).isFalse();
  }

  @Test
  void datesFollowTheClockOfBrussels() {
    List<PassageFacts> given = tests.get(0).given();

    assertThat(Instant.ofEpochMilli(given.get(2).at())).isEqualTo("2026-03-29T01:00:00.250Z");
    assertThat(Instant.ofEpochMilli(given.get(3).at()))
        .as("of the hour that comes twice, the first")
        .isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void passagesKeepTheOrderOfTheirLines() {
    assertThat(tests.get(0).given())
        .extracting(PassageFacts::at)
        .startsWith(local("2026-03-11T02:10"), local("2026-03-10T02:10:05"));
  }

  @Test
  void rangesOfDaysRunSideBySideAndSingleDaysKeepTheirPlace() {
    assertThat(tests.get(1).given())
        .extracting(PassageFacts::at)
        .containsExactly(
            local("2026-03-09T08:00"),
            local("2026-03-09T17:00"),
            local("2026-03-10T08:00"),
            local("2026-03-10T17:00"),
            local("2026-03-11T08:00"),
            local("2026-03-11T17:00"),
            local("2026-03-10T12:00"));
  }

  @Test
  void expectedAlertsAreInOrderOfTimeAndKnowTheirLines() {
    assertThat(tests.get(0).expect())
        .containsExactly(
            new Expected(Samples.local("2026-03-11T02:10"), List.of("1ABC234"), 15),
            new Expected(Instant.parse("2026-10-25T00:30:00Z"), List.of("1ABC234"), 14));
    assertThat(tests.get(1).expect()).isEmpty();
  }

  private static long local(String dateTime) {
    return Samples.local(dateTime).toEpochMilli();
  }
}
