package eu.passage.jobs.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.watch.WatchEvents;
import eu.passage.jobs.kafka.SampleRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownEntriesTest {

  private static final Instant NOW = SampleRecords.START;

  private final KnownEntries known = new KnownEntries();

  @Test
  void whatIsInForceComesFirstAndWhatEndsSoonestBefore() {
    known.entry(withdrawn("gone"));
    known.entry(proposed("asked"));
    known.entry(entry("long"));
    WatchEntry soon = entry("soon");
    soon.setExpiresAt(NOW.plusSeconds(60));
    known.entry(soon);
    WatchEntry later = entry("later");
    later.setStartsAt(NOW.plusSeconds(1));
    known.entry(later);
    WatchEntry over = entry("over");
    over.setExpiresAt(NOW);
    known.entry(over);

    assertThat(known.rows(state -> true, NOW))
        .extracting(row -> row.entry().getEntryId() + " " + row.state().words())
        .containsExactly(
            "soon active",
            "long active",
            "later not yet",
            "asked proposed",
            "over expired",
            "gone withdrawn");
    assertThat(known.rows(EntryState::isOpen, NOW)).hasSize(4);
  }

  @Test
  void theNewestVersionCounts() {
    known.entry(proposed("W"));
    known.entry(entry("W"));

    assertThat(known.rows(state -> true, NOW))
        .singleElement()
        .returns(EntryState.ACTIVE, KnownEntries.Row::state);
  }

  @Test
  void aVersionThatTheJobRefusedSaysWhy() {
    WatchEntry faulty = entry("W");
    known.entry(faulty);
    known.event(WatchEvents.refused(faulty, List.of("no legal basis"), NOW));

    assertThat(EntryTable.of(known.rows(state -> true, NOW), NOW))
        .hasSize(3)
        .satisfies(
            lines -> {
              assertThat(lines.get(0)).startsWith("ENTRY  STATE    VEHICLE     ACTION   OFFENCE");
              assertThat(lines.get(1))
                  .startsWith("W      refused  1ABC234 BE  observe  aggravated-theft  case-1")
                  .endsWith("2025-03-18 09:00         15");
              assertThat(lines.get(2)).isEqualTo("  no legal basis");
            });

    WatchEntry next = entry("W");
    next.setVersion(2);
    known.entry(next);
    assertThat(known.rows(state -> true, NOW))
        .singleElement()
        .returns(EntryState.ACTIVE, KnownEntries.Row::state)
        .returns(List.of(), KnownEntries.Row::faults);
  }

  @Test
  void aDayThatHasBegunIsLeft() {
    WatchEntry entry = entry("W");
    entry.setExpiresAt(NOW.plus(Duration.ofDays(3)));
    assertThat(EntryText.daysLeft(entry, EntryState.ACTIVE, NOW)).isEqualTo("3");
    assertThat(EntryText.daysLeft(entry, EntryState.ACTIVE, NOW.minusSeconds(1))).isEqualTo("4");
    assertThat(EntryText.daysLeft(entry, EntryState.EXPIRED, NOW)).isEmpty();
  }

  @Test
  void aCardTellsAllThatIsDecidedOn() {
    WatchEntry entry = entry("W");
    entry.setZones(List.of("Estaimpuis"));
    entry.setToCountry("FR");
    entry.setFromTime("22:00");
    entry.setUntilTime("06:00");
    entry.setCaseNumber("2026/1\u001b[31m");

    assertThat(EntryText.card(entry, EntryState.ACTIVE, NOW))
        .isEqualTo(
            """
            W version 1: active, days left: 15
              vehicle    1ABC234 BE
              where      Estaimpuis; into FR; 22:00 to 06:00
              action     observe
              offence    aggravated theft (pursuit over the border: allowed)
              basis      a law
              purpose    judicial
              case       2026/1\uFFFD[31m
              requester  police-be
              approver   prosecutor
              from       2025-02-16 09:00
              until      2025-03-18 09:00
              tells      police-be""");
  }

  private static WatchEntry entry(String id) {
    WatchEntry entry = SampleRecords.watchEntry("1ABC234", "BE");
    entry.setEntryId(id);
    return entry;
  }

  private static WatchEntry proposed(String id) {
    WatchEntry entry = entry(id);
    entry.setStatus(WatchStatus.PROPOSED);
    entry.setApprover(null);
    return entry;
  }

  private static WatchEntry withdrawn(String id) {
    WatchEntry entry = entry(id);
    entry.setStatus(WatchStatus.WITHDRAWN);
    return entry;
  }
}
