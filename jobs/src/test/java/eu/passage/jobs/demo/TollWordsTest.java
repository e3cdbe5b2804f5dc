package eu.passage.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.jobs.archive.SampleTolls;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TollWordsTest {

  private final TollEvent event = SampleTolls.event("EST-1", 1);

  TollWordsTest() {
    event.setStatus(TollStatus.FINAL);
    event.setCorrects(null);
    event.setCause(CorrectionCause.NONE);
    event.getCharge().setAmount(new BigDecimal("1.9500"));
    event.getCharge().setExemption(null);
    event.getCharge().setUncapped(null);
  }

  @Test
  void anAmountIsAsOnABill() {
    says("owes 1.95 EUR, final");
    event.getCharge().setAmount(new BigDecimal("20.0000"));
    says("owes 20.00 EUR, final");
    event.getCharge().setAmount(new BigDecimal("0.1234"));
    says("owes 0.1234 EUR, final");
  }

  @Test
  void whatTheCapTookIsSaid() {
    event.getCharge().setUncapped(new BigDecimal("3.9000"));
    says("owes 1.95 EUR, what the day's cap leaves of 3.90, final");
  }

  @Test
  void whyNothingIsOwedIsSaid() {
    event.getCharge().setExemption("zero-emission");
    says("owes nothing: exempt, zero-emission, final");
    event.setCharge(null);
    says("owes nothing: no tariff applies here, final");
  }

  @Test
  void whatIsNotFinalSaysWhatItWaitsFor() {
    event.setStatus(TollStatus.PROVISIONAL);
    says("owes 1.95 EUR, provisional until the vehicle registry answers");
    event.setStatus(TollStatus.REVIEW);
    event.setClassConfidence(0.81f);
    event.setPlateConfidence(0.97f);
    says("owes 1.95 EUR, once a person has looked: a truck by 81 %, its plate by 97 %");
  }

  @Test
  void aCorrectionSaysThatItIsOneAndWhy() {
    event.setCorrects("toll-before");
    event.setCause(CorrectionCause.LATE_PASSAGE);
    says("now owes 1.95 EUR, final (another passage came late)");
    event.setStatus(TollStatus.WITHDRAWN);
    event.setCause(CorrectionCause.REVIEW);
    says("owes nothing: taken back (a person looked)");
  }

  private void says(String words) {
    assertThat(TollWords.of(event)).isEqualTo(words);
  }
}
