package eu.passage.jobs.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.cep.history.SubjectHistory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveObjectsTest {

  @Test
  void whatIsHeldIsCountedAndWhatIsNotIsNot() {
    LiveObjects before = LiveObjects.settled();
    SubjectHistory[] held =
        IntStream.range(0, 100_000)
            .mapToObj(i -> new SubjectHistory())
            .toArray(SubjectHistory[]::new);
    LiveObjects with = LiveObjects.now().since(before);

    assertThat(with.subjects()).isEqualTo(held.length);
    assertThat(with.bytes()).isBetween(held.length * 80L, held.length * 300L);
  }

  @Test
  void itReadsTheHistogramOfTheJvm() {
    LiveObjects read =
        LiveObjects.read(
            """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         27500        1911928  [B (java.base@17.0.20)
               2:           410          26240  eu.passage.cep.history.SubjectHistory
               3:             1             64  eu.passage.cep.history.SubjectHistoryTest
            Total        161474        9045536
            """);
    assertThat(read).isEqualTo(new LiveObjects(9_045_536, 410));
  }
}
