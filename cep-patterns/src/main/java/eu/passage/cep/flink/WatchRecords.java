package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;

/** Watch entries as bytes. */
final class WatchRecords extends AvroRecords<WatchEntry> {

  WatchRecords() {
    super(new WatchEntry());
  }
}
