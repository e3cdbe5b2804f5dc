package eu.passage.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads a topic until what is expected has come. */
public final class Eventually {

  private static final Duration BOUND = Duration.ofSeconds(90);

  private Eventually() {}

  /** All records up to the first poll after which the condition holds; fails after the bound. */
  public static <T extends SpecificRecordBase> List<T> read(
      CommittedReader<T> reader, Predicate<List<T>> condition) throws IOException {
    List<T> all = new ArrayList<>();
    long end = System.nanoTime() + BOUND.toNanos();
    while (!condition.test(all)) {
      assertThat(System.nanoTime()).as("still waiting; so far %s", all.size()).isLessThan(end);
      all.addAll(reader.poll(Duration.ofMillis(200)));
    }
    return all;
  }
}
