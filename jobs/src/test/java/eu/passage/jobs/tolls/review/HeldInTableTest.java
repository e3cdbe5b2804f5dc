package eu.passage.jobs.tolls.review;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.TollChain;
import eu.passage.jobs.archive.DayCopies;
import eu.passage.jobs.archive.OwnPostgres;
import eu.passage.jobs.archive.SampleTolls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HeldInTableTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  @TempDir Path directory;

  private static TollEvent event(long number, TollStatus status) {
    TollEvent event = SampleTolls.event("EST-1", number);
    event.setStatus(status);
    event.setCorrects(null);
    event.setCause(CorrectionCause.NONE);
    return event;
  }

  @Test
  void whatWaitsIsWhatHoldsAndIsInDoubtOrWasForgotten() throws Exception {
    TollEvent doubtful = event(3, TollStatus.REVIEW);
    TollEvent older = event(2, TollStatus.REVIEW);
    TollEvent forgotten = event(1, TollStatus.PROVISIONAL);
    TollEvent stillAsked = event(50, TollStatus.PROVISIONAL);
    TollEvent sure = event(4, TollStatus.FINAL);
    TollEvent decided = event(5, TollStatus.REVIEW);
    TollEvent decision =
        TollChain.numbered(TollChain.withdrawal(decided, CorrectionCause.REVIEW), 60);
    try (OwnPostgres postgres = new OwnPostgres(directory.resolve("postgres"))) {
      DayCopies.rows(
          postgres.settings(),
          ZONE,
          List.of(doubtful, older, forgotten, stillAsked, sure, decided, decision));
      HeldEvents table = new HeldInTable(postgres.settings());

      assertThat(table.waiting(stillAsked.getAt())).containsExactly(forgotten, older, doubtful);
      assertThat(table.find(decided.getEventId())).contains(decided);
      assertThat(table.find("toll-none")).isEmpty();
      assertThat(table.ofVehicle(sure, Duration.ofMinutes(1)))
          .containsExactlyInAnyOrder(doubtful, sure, decided, decision);
    }
  }
}
