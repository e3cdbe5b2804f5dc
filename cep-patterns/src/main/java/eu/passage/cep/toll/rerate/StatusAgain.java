package eu.passage.cep.toll.rerate;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.rating.PersonFacts;
import eu.passage.cep.toll.rating.Rated;
import java.io.Serializable;

/**
 * The status of a stored event that is rated again.
 *
 * @param billAt plate or class less sure than this: a person must look before it is billed
 */
record StatusAgain(float billAt) implements Serializable {

  /** No doubt goes away by itself, and a plate that nobody looked at is not billed. */
  TollStatus of(TollEvent event, Rated now) {
    if (event.getStatus() == TollStatus.REVIEW) {
      return TollStatus.REVIEW;
    }
    boolean billed = now.charge().map(charge -> PersonFacts.of(charge).isBilled()).orElse(false);
    float sure = Math.min(event.getPlateConfidence(), event.getClassConfidence());
    boolean isFirstCharge = event.getCharge() == null && now.charge().isPresent();
    return isFirstCharge && sure < billAt && !billed ? TollStatus.REVIEW : now.atBest();
  }
}
