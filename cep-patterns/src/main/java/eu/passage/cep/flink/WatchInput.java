package eu.passage.cep.flink;

import eu.passage.avro.WatchEntry;
import eu.passage.cep.watch.WatchPattern;
import org.apache.flink.util.Collector;

/**
 * Entries for a whole plate go to its vehicle; all others to every key group, and once under a key
 * of their own, where the entry's life is followed as that of any other.
 */
final class WatchInput extends KeyGroupDealer<WatchEntry> {

  private static final long serialVersionUID = 1L;

  @Override
  public void flatMap(WatchEntry entry, Collector<DetectionInput> out) {
    out.collect(DetectionInput.OfWatch.of(entry));
    if (WatchPattern.is(entry)) {
      super.flatMap(entry, out);
    }
  }

  @Override
  DetectionInput dealt(long key, WatchEntry pattern) {
    return new DetectionInput.OfPattern(key, pattern);
  }
}
