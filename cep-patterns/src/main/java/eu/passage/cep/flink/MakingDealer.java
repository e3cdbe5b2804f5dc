package eu.passage.cep.flink;

import eu.passage.avro.WatchListMaking;

/** Makings of lists go to every key group: any vehicle may be on any list. */
final class MakingDealer extends KeyGroupDealer<WatchListMaking> {

  private static final long serialVersionUID = 1L;

  @Override
  DetectionInput dealt(long key, WatchListMaking making) {
    return new DetectionInput.OfMaking(key, making);
  }
}
