package eu.passage.cep.flink;

import eu.passage.avro.Passage;

/** Whole passages as bytes. */
final class PassageRecords extends AvroRecords<Passage> {

  PassageRecords() {
    super(new Passage());
  }
}
