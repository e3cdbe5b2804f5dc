package eu.passage.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.avro.VatTreatment;
import eu.passage.jobs.archive.SampleTolls;
import org.junit.jupiter.api.Test;

class JsonRecordTest {

  private final TollEvent event =
      SampleTolls.correction(SampleTolls.event("EST-1", 7), 9, "0.0001");
  private final ObjectNode json = RecordJson.of(event);

  @Test
  void whatWasToldAsJsonIsTheSameRecordAgain() {
    assertThat(JsonRecord.of(json, TollEvent.class)).isEqualTo(event);
  }

  @Test
  void whatIsMissingHasTheSchemasDefault() {
    json.remove("status");
    json.remove("road");
    json.remove("axles");
    json.withObject("/charge").remove("vat");

    TollEvent read = JsonRecord.of(json, TollEvent.class);

    assertThat(read.getStatus()).isEqualTo(TollStatus.PROVISIONAL);
    assertThat(read.getRoad()).isEmpty();
    assertThat(read.getAxles()).isNull();
    assertThat(read.getCharge().getVat()).isEqualTo(VatTreatment.UNKNOWN);
  }

  @Test
  void aNameThatAnEnumerationDoesNotKnowIsItsDefault() {
    json.put("status", "PAID");

    assertThat(JsonRecord.of(json, TollEvent.class).getStatus()).isEqualTo(TollStatus.REVIEW);
  }

  @Test
  void aValueOfAnotherKindIsToldWithItsField() {
    json.withObject("/charge").put("amount", "much");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonRecord.of(json, TollEvent.class))
        .withMessageContaining("charge: amount: ");

    ObjectNode other = RecordJson.of(event).put("evidence", "none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonRecord.of(other, TollEvent.class))
        .withMessage("evidence: no list: \"none\"");
  }
}
