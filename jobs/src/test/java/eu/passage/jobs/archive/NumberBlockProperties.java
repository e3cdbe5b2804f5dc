package eu.passage.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class NumberBlockProperties {

  @Property
  void blocksKnowWhatASetKnows(
      @ForAll List<@LongRange(min = 1, max = 5000) Long> given,
      @ForAll @LongRange(min = 1, max = 5000) long asked) {
    Map<Long, long[]> blocks = new HashMap<>();
    Set<Long> known = new HashSet<>();
    for (long number : given) {
      long[] block = blocks.getOrDefault(NumberBlock.of(number), NumberBlock.empty());
      assertThat(NumberBlock.has(block, number)).isEqualTo(!known.add(number));
      blocks.put(NumberBlock.of(number), NumberBlock.with(block, number));
    }

    long[] block = blocks.getOrDefault(NumberBlock.of(asked), NumberBlock.empty());
    assertThat(NumberBlock.has(block, asked)).isEqualTo(known.contains(asked));
  }

  @Property
  void whoAddsToABlockLeavesTheOneBeforeAsItWas(
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long number) {
    long[] before = NumberBlock.empty();

    NumberBlock.with(before, number);

    assertThat(before).containsOnly(0);
  }
}
