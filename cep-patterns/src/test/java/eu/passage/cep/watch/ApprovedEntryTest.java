package eu.passage.cep.watch;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.WatchEntry;
import eu.passage.avro.WatchStatus;
import eu.passage.cep.Samples;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every entry needs before it may match, also one that an older build or another tool let
 * through.
 */
class ApprovedEntryTest {

  @Test
  void whatSomebodyElseApprovedWithABasisAndACaseMayMatch() {
    assertThat(approvedBut(entry -> {})).isTrue();
  }

  @Test
  void whatIsProposedOrWithdrawnMayNot() {
    assertThat(approvedBut(entry -> entry.setStatus(WatchStatus.PROPOSED))).isFalse();
    assertThat(approvedBut(entry -> entry.setStatus(WatchStatus.WITHDRAWN))).isFalse();
  }

  @Test
  void whatNobodyApprovedOrOnlyWhoAskedMayNot() {
    assertThat(approvedBut(entry -> entry.setApprover(null))).isFalse();
    assertThat(approvedBut(entry -> entry.setApprover(" "))).isFalse();
    assertThat(approvedBut(entry -> entry.setApprover(entry.getRequester()))).isFalse();
    assertThat(approvedBut(entry -> entry.setApprover("Local  Investigation"))).isFalse();
  }

  @Test
  void whatHasNoBasisOrNoCaseMayNot() {
    assertThat(approvedBut(entry -> entry.setLegalBasis(" "))).isFalse();
    assertThat(approvedBut(entry -> entry.setCaseNumber(" "))).isFalse();
  }

  private static boolean approvedBut(Consumer<WatchEntry> change) {
    WatchEntry entry = Samples.entry("W-1", "1ABC234", "2026-03-01T00:00", "2026-04-01T00:00");
    change.accept(entry);
    return Watchlist.approved(entry);
  }
}
