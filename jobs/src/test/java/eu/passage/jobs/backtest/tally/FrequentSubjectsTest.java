package eu.passage.jobs.backtest.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.passage.jobs.backtest.tally.FrequentSubjects.Frequent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrequentSubjectsTest {

  @Test
  void whileThereAreFewAllIsExactAndTheNewestOfEqualsComesFirst() {
    FrequentSubjects subjects = new FrequentSubjects(10);
    subjects.add("A", 1);
    subjects.add("B", 2);
    subjects.add("A", 3);
    subjects.add("C", 4);

    assertThat(subjects.top(3))
        .containsExactly(new Frequent("A", 2, 3), new Frequent("C", 1, 4), new Frequent("B", 1, 2));
    assertThat(subjects.isExact()).isTrue();
    assertThat(subjects.distinct()).isEqualTo(3);
  }

  @Property
  void countsAreNeverTooHighAndTooLowByNoMoreThanIsTold(
      @ForAll @Size(max = 400) List<@IntRange(max = 40) Integer> stream) {
    FrequentSubjects subjects = new FrequentSubjects(8);
    Map<String, Long> truth = new HashMap<>();
    for (int i = 0; i < stream.size(); i++) {
      subjects.add("V" + stream.get(i), i);
      truth.merge("V" + stream.get(i), 1L, Long::sum);
    }

    Map<String, Long> found = new HashMap<>();
    subjects.top(100).forEach(one -> found.put(one.subject(), one.atLeast()));
    assertThat(found).hasSizeLessThanOrEqualTo(8);
    truth.forEach(
        (subject, count) ->
            assertThat(found.getOrDefault(subject, 0L))
                .isBetween(count - subjects.mostMissed(), count));
    // what the method promises of the error: no more than this share of all
    assertThat(subjects.mostMissed()).isLessThanOrEqualTo(stream.size() / 4);
  }

  @Test
  void whenThereAreTooManyTheirNumberIsEstimatedWithinOnePercent() {
    FrequentSubjects subjects = new FrequentSubjects(100);
    for (int i = 0; i < 2_000_000; i++) {
      subjects.add("BE 1" + Integer.toString(i % 1_000_000, 36), i);
    }

    assertThat(subjects.isExact()).isFalse();
    assertThat((double) subjects.distinct()).isCloseTo(1_000_000, within(10_000.0));
  }
}
