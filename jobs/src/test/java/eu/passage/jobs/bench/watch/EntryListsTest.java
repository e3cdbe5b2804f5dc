package eu.passage.jobs.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.notices.Recipients;
import eu.passage.cep.watch.EntryFaults;
import eu.passage.cep.watch.WatchPattern;
import eu.passage.jobs.config.ConfigFile;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryListsTest {

  private final WatchMonth month =
      new WatchMonth(7, 2, 500, 400, ConfigFile.defaults().catalogue(), ReaderErrors.shipped());

  @Test
  void whatNeverPassesLeavesOutWhoPasses() {
    Set<String> passing = new HashSet<>();
    for (long i = 0; i < month.passages(); i++) {
      passing.add(WatchMonth.key(month.vehicle(i)));
    }
    EntryList never = new NeverPassing(month);

    assertThat(never.size()).isBetween(350, 399);
    for (int i = 0; i < never.size(); i++) {
      WatchEntry entry = never.entry(i);
      assertThat(passing).doesNotContain(entry.getCountry() + ":" + entry.getPlate());
    }
  }

  @Test
  void wildcardsAndDescriptionsAreRightEntries() {
    EntryList patterns = new PatternList(month, month.zones());

    int described = 0;
    for (int i = 0; i < patterns.size(); i++) {
      WatchEntry entry = patterns.entry(i);
      assertThat(EntryFaults.of(entry, Recipients.DEFAULT)).as("%s", entry).isEmpty();
      assertThat(WatchPattern.is(entry)).isTrue();
      described += entry.getPlate().isEmpty() ? 1 : 0;
    }
    assertThat(described).isEqualTo(patterns.size() / 2);
  }

  @Test
  void theBeginningOfAListIsNoLongerThanTheList() {
    assertThat(new FirstOf(month, 3).entry(2)).isEqualTo(month.entry(2));
    assertThatThrownBy(() -> new FirstOf(month, 401)).hasMessageContaining("only 400");
  }
}
