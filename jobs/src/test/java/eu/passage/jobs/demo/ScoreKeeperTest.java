package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Passage;
import eu.passage.jobs.config.ConfigFile;
import eu.passage.jobs.scenario.ExpectedAlert;
import eu.passage.jobs.scenario.Oracle;
import eu.passage.jobs.scenario.Scenario;
import eu.passage.jobs.scenario.ScenarioSettings;
import eu.passage.jobs.scenario.TruePassage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreKeeperTest {

  private final Scenario scenario =
      Scenario.of(ScenarioSettings.shortDay(7), ConfigFile.defaults().catalogue());
  private final Records records = new Records(scenario);
  private final List<TruePassage> passages = scenario.passages();
  private final Instant end = passages.get(passages.size() - 1).at();
  private final List<ExpectedAlert> alerts = new Oracle(scenario.watchlist()).alerts(passages, end);
  private final ScoreKeeper keeper = new ScoreKeeper(scenario);

  @Test
  void whatIsAllRightHasNothingMissedAndNothingUnexpected() {
    passages.forEach(p -> keeper.add(records.passage(p)));
    alerts.forEach(a -> keeper.add(records.alert(a)));
    Oracle.tolls(passages).forEach(p -> keeper.add(records.toll(p)));
    int tolls = Oracle.tolls(passages).size();
    assertThat(keeper.score(passages, passages))
        .isEqualTo(new Score(passages.size(), passages.size(), alerts.size(), 0, 0, tolls, 0, 0));
  }

  @Test
  void whatDidNotComeIsMissed() {
    Score score = keeper.score(passages, passages);
    assertThat(score.platesRight()).isZero();
    assertThat(score.alertsMissed()).isEqualTo(score.alertsExpected()).isEqualTo(alerts.size());
    assertThat(score.tollsMissed()).isEqualTo(score.tollsExpected()).isPositive();
  }

  @Test
  void aMisreadPlateIsNotRight() {
    Passage misread = records.passage(passages.get(0));
    misread.getPlate().setText("X" + misread.getPlate().getText());
    keeper.add(misread);
    assertThat(keeper.score(passages, passages).platesRight()).isZero();
  }

  @Test
  void anotherCountryIsNotRight() {
    Passage misread = records.passage(passages.get(0));
    misread.getPlate().setCountry("XX");
    keeper.add(misread);
    assertThat(keeper.score(passages, passages).platesRight()).isZero();
  }

  @Test
  void onePassageToldAsTwoIsNotRight() {
    Passage one = records.passage(passages.get(0));
    keeper.add(one);
    keeper.add(Passage.newBuilder(one).setPassageId("another").build());
    assertThat(keeper.score(passages, passages).platesRight()).isZero();
  }

  @Test
  void theSameAlertAgainUnderAnotherIdIsUnexpected() {
    keeper.add(records.alert(alerts.get(0)));
    keeper.add(records.alert(alerts.get(0)));
    Score score = keeper.score(passages, passages);
    assertThat(score.alertsUnexpected()).isEqualTo(1);
    assertThat(score.alertsMissed()).isEqualTo(alerts.size() - 1);
  }

  @Test
  void anAlertOfAnotherRuleIsUnexpected() {
    keeper.add(records.alert(new ExpectedAlert("other", alerts.get(0).passages())));
    assertThat(keeper.score(passages, passages).alertsUnexpected()).isEqualTo(1);
  }

  @Test
  void aTollEventOfACarIsUnexpected() {
    TruePassage car =
        passages.stream()
            .filter(p -> !Oracle.tolls(passages).contains(p))
            .findFirst()
            .orElseThrow();
    keeper.add(records.toll(car));
    assertThat(keeper.score(passages, passages).tollsUnexpected()).isEqualTo(1);
  }

  @Test
  void aPassageThatHasOnlyBegunNeedNotComeAndMay() {
    TruePassage last = passages.get(passages.size() - 1);
    List<TruePassage> done = passages.subList(0, passages.size() - 1);
    keeper.add(records.passage(last));
    Score score = keeper.score(done, passages);
    assertThat(score.passages()).isEqualTo(done.size());
    assertThat(score.alertsUnexpected()).isZero();
  }
}
