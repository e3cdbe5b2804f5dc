package eu.passage.cep.alerts;

import static eu.passage.cep.Samples.local;
import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.Agreement;
import eu.passage.avro.Alert;
import eu.passage.avro.Direction;
import eu.passage.avro.MatchTier;
import eu.passage.avro.NextPlace;
import eu.passage.avro.Passage;
import eu.passage.avro.Severity;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchReference;
import eu.passage.cep.watch.Tier;
import org.junit.jupiter.api.Test;

/** The record of a vehicle of the watchlist. */
class WatchAlertWriterTest {

  private final Passage passage = Hits.passage("1A8C234", "FR>BE");
  private final WatchEntry entry = Hits.entry("1ABC234", WatchAction.STOP);

  @Test
  void itHoldsWhatTheEntrySaysAndHowOldItIs() {
    entry.setList("stolen-be");
    Alert alert = Hits.alert(passage, entry, Tier.B);
    WatchReference watch = alert.getWatch();

    assertThat(watch.getEntryId()).isEqualTo("W-1");
    assertThat(watch.getList()).isEqualTo("stolen-be");
    assertThat(watch.getMadeAt()).isEqualTo(local("2026-03-01T00:00"));
    assertThat(watch.getStartsAt()).isEqualTo(local("2026-03-01T00:00"));
    assertThat(watch.getTier()).isEqualTo(MatchTier.B);
    assertThat(watch.getEarlier()).isFalse();
    assertThat(watch.getType()).isEqualTo(Agreement.UNKNOWN);
    assertThat(alert.getSeverity()).isEqualTo(Severity.HIGH);
  }

  @Test
  void itPointsAtTheCharactersThatDiffer() {
    assertThat(Hits.alert(passage, entry, Tier.B).getWatch().getDiffers()).containsExactly(2);
  }

  @Test
  void aWildcardAndADescriptionDifferNowhere() {
    WatchEntry wildcard = Hits.entry("1A?C2*", WatchAction.STOP);
    WatchEntry description = Hits.entry("", WatchAction.STOP);
    assertThat(Hits.alert(passage, wildcard, Tier.C).getWatch().getDiffers()).isEmpty();
    assertThat(Hits.alert(passage, description, Tier.C).getWatch().getDiffers()).isEmpty();
  }

  @Test
  void itTellsTheWayTheSpeedAndWhenTheGatewayHadIt() {
    Alert alert = Hits.alert(passage, entry, Tier.A);
    assertThat(alert.getDirection()).isEqualTo(Direction.APPROACHING);
    assertThat(alert.getSpeed()).isEqualTo(20f);
    assertThat(alert.getReceivedAt()).isEqualTo(passage.getReceivedAt());

    passage.setCamera(null);
    assertThat(Hits.alert(passage, entry, Tier.A).getSpeed()).isNull();
  }

  @Test
  void itSaysWhereTheVehicleCanBeNextOnTheSideThatItEntered() {
    assertThat(Hits.alert(passage, entry, Tier.A).getWatch().getNext())
        .startsWith(
            new NextPlace("EST-2", "Leers-Nord - Leers", "FR", local("2026-03-13T02:11")),
            new NextPlace("EST-3", "Néchin - Toufflers", "FR", local("2026-03-13T02:12")))
        .extracting(NextPlace::getToCountry)
        .containsOnly("FR");
  }

  @Test
  void whatIsNotNowSaysNothingOfWhereItIsNext() {
    Alert earlier = Hits.earlier(passage, entry);
    assertThat(earlier.getWatch().getEarlier()).isTrue();
    assertThat(earlier.getLate()).isTrue();
    assertThat(earlier.getWatch().getNext()).isEmpty();

    passage.setLate(true);
    assertThat(Hits.alert(passage, entry, Tier.A).getWatch().getNext()).isEmpty();
  }

  @Test
  void oneEntryAndOnePassageGiveOneId() {
    String id = Hits.alert(passage, entry, Tier.A).getAlertId();
    assertThat(Hits.alert(passage, entry, Tier.A).getAlertId()).isEqualTo(id);
    assertThat(Hits.alert(Hits.passage("1A8C234", "BE>FR"), entry, Tier.A).getAlertId())
        .isEqualTo(id);
    WatchEntry other = Hits.entry("1ABC234", WatchAction.STOP);
    other.setEntryId("W-2");
    assertThat(Hits.alert(passage, other, Tier.A).getAlertId()).isNotEqualTo(id);
  }
}
