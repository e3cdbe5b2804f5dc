package eu.passage.cep.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.VehicleType;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.model.Facets;
import eu.passage.cep.model.Predicate;
import eu.passage.cep.predicate.PredicateCompiler.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateCompilerTest {

  private static final PredicateCompiler COMPILER = new PredicateCompiler(Scenes.CAMERAS, 60);
  private static final PassageFacts TRUCK =
      Scenes.at("2026-03-10T01:10:00.250Z", "EST-1")
          .plate("1ABC234", "BE")
          .crossing("FR", "BE")
          .type(VehicleType.TRUCK)
          .make("Renault")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crossing",
        "passage",
        " crossing where to == 'BE' ",
        "passage where late || crossing",
        "make == 'renault' && make in ['DAF', 'RENAULT']",
        "occupants == -1",
        "model == ''",
        "during('02:10', '02:11') && !during('02:11', '02:10')",
        "colour == \"UNKNOWN\"",
        "during('02:00', '02:30', 'Europe/Paris') && during('01:10', '01:11', 'Europe/London')",
        "weekday() && !holiday()",
        "firstSeen() && daysSeen('60d') == 0",
        "confidence > 0"
      })
  void aTruckThatEntersByNightIsAllOfThis(String text) throws PredicateException {
    assertThat(test(text, TRUCK)).isTrue();
  }

  @Test
  void nightDashKnowsTheStepBefore() throws PredicateException {
    Predicate leave =
        COMPILER.compile(
            "crossing where to == 'FR' && camera.id != enter.camera.id"
                + " && at - enter.at < duration('40m')",
            new Context(List.of("", "enter"), Set.of(), false, Map.of()));
    PassageFacts back = Scenes.at("2026-03-10T01:50:00.249Z", "LIL-1").crossing("BE", "FR").build();
    PassageFacts late = Scenes.at("2026-03-10T01:50:00.250Z", "LIL-1").crossing("BE", "FR").build();

    assertThat(leave.asks()).containsExactly(1);
    assertThat(leave.alone()).isFalse();
    assertThat(holds(leave, back)).isTrue();
    assertThat(holds(leave, late)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "LIL-1,  2026-03-10T01:20:00.250Z, 57",
    "LIL-1,  2026-03-10T01:00:00.250Z, 57",
    "LIL-1R, 2026-03-10T01:20:00.250Z, 57",
    "EST-1,  2026-03-10T01:10:00.250Z, 0",
    "LIL-1,  2026-03-10T01:10:00.250Z, Infinity"
  })
  void speedIsWhatTheVehicleMustHaveDriven(String camera, String at, double speed)
      throws PredicateException {
    Predicate fast =
        COMPILER.compile(
            "speed(enter, this) >= %s && speed(this, enter) <= %s"
                .formatted(
                    Double.isInfinite(speed) ? "1.0 / 0.0" : speed,
                    Double.isInfinite(speed) ? "1.0 / 0.0" : speed + 1),
            new Context(List.of("", "enter"), Set.of(), false, Map.of()));

    assertThat(holds(fast, Scenes.at(at, camera).build())).isTrue();
  }

  @Test
  void twoCamerasAtOnePlaceAreNoDistance() throws PredicateException {
    Predicate fast =
        COMPILER.compile(
            "speed(first, this) > 0", new Context(List.of("first"), Set.of(), false, Map.of()));
    PassageFacts front = Scenes.at("2026-03-10T01:10:00Z", "LIL-1").build();
    PassageFacts rear = Scenes.at("2026-03-10T01:10:00Z", "LIL-1R").build();

    assertThat(fast.condition().test(rear, Scenes.of(new Scenes.StubHabits(true, 0), front)))
        .isFalse();
  }

  @Test
  void aHolidayIsThatOfTheCamerasCountry() throws PredicateException {
    String nationalDay = "2026-07-20T22:00:00Z"; // midnight in Brussels
    assertThat(test("holiday()", Scenes.at(nationalDay, "EST-1").build())).isTrue();
    assertThat(test("holiday()", Scenes.at(nationalDay, "LIL-1").build())).isFalse();
    assertThat(test("holiday()", Scenes.at("2026-12-25T12:00:00Z", "AAC-1").build())).isFalse();
    assertThat(test("holiday()", Scenes.at("2026-07-20T21:59:59.999Z", "EST-1").build())).isFalse();
  }

  @Test
  void aCameraThatNobodyKnowsHasNoZone() throws PredicateException {
    PassageFacts stranger = Scenes.at("2026-03-10T01:10:00Z", "gone").build();

    assertThat(test("camera.zone == 'lille' || camera.country == 'BE'", stranger)).isFalse();
    assertThat(test("camera.country == ''", stranger)).isTrue();
  }

  @Test
  void theIndexLearnsWhatThePassageMustHave() throws PredicateException {
    Facets facets =
        facets(
            "crossing where to in ['BE', 'NL'] && camera.zone == 'lille' && !(type != 'TRUCK')"
                + " && (during('22:30', '00:00') || during('00:00', '05:00'))"
                + " && plate == '1ABC234' && country == 'BE' && from != ''");

    assertThat(facets)
        .isEqualTo(
            Facets.to(Set.of(CountryCode.of("BE"), CountryCode.of("NL")))
                .and(Facets.cameras(Set.of(NameCode.of("LIL-1"), NameCode.of("LIL-1R"))))
                .and(Facets.types(1 << TRUCK.typeOrdinal()))
                .and(Facets.hours(0b1100_0000_0000_0000_0001_1111))
                .and(Facets.plates(Set.of(PlateCode.of("1ABC234"))))
                .and(Facets.countries(Set.of(CountryCode.of("BE"))))
                .and(Facets.crossing(true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passage",
        "late",
        "to == 'BE' || late",
        "camera.zone != 'lille'",
        "firstSeen()",
        "during('00:00', '05:00', 'Europe/London')",
        "this.to == to",
        "confidence > 0.5"
      })
  void whatTheIndexCannotUseSaysNothing(String text) throws PredicateException {
    assertThat(facets(text)).isEqualTo(Facets.ANY);
  }

  @Test
  void whatCannotBeCalculatedIsNeitherMoreNorLess() throws PredicateException {
    assertThat(test("0.0 / 0.0 >= 0 || 0.0 / 0.0 < 0 || 0.0 / 0.0 == 0.0 / 0.0", TRUCK)).isFalse();
  }

  @Test
  void textsThatDifferInWhiteSpaceAreOneTextAndThoseInsideQuotesAreNot() throws PredicateException {
    String text = COMPILER.compile("make == 'Land  Rover'", Context.ALONE).text();

    assertThat(COMPILER.compile("\n make\n  ==   'Land  Rover' ", Context.ALONE).text())
        .isEqualTo(text);
    assertThat(COMPILER.compile("make == 'Land Rover'", Context.ALONE).text()).isNotEqualTo(text);
  }

  private static boolean holds(Predicate predicate, PassageFacts passage) {
    return predicate
        .condition()
        .test(passage, Scenes.of(new Scenes.StubHabits(true, 0), passage, TRUCK));
  }

  private static boolean test(String text, PassageFacts passage) throws PredicateException {
    return COMPILER.compile(text, Context.ALONE).condition().test(passage, Scenes.alone());
  }

  private static Facets facets(String text) throws PredicateException {
    return COMPILER.compile(text, Context.ALONE).facets();
  }
}
