package eu.passage.cep.flink;

import eu.passage.cep.facts.SubjectKey;
import eu.passage.cep.history.Company;

/**
 * A passage of one vehicle that may be part of travelling together.
 *
 * @param company what is looked for: how many, and how near
 * @param keepMillis for so long after it others may still come that were near it
 */
record Candidate(Company company, long keepMillis, Witness witness) {

  /** Where others must be looked for: the camera, and what is looked for. */
  long place() {
    return SubjectKey.together(witness.facts().camera(), company.vehicles(), company.gapMillis());
  }
}
