package eu.passage.cep.flink;

import eu.passage.avro.DeadLetter;
import eu.passage.avro.Passage;
import org.apache.flink.util.OutputTag;

/** What the operators tell besides their main stream. */
final class SideOutputs {

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", StreamTypes.DEAD_LETTER);

  /** Passages that are no repetition of one already known. */
  static final OutputTag<Passage> PASSAGES = new OutputTag<>("passages", StreamTypes.PASSAGE);

  private SideOutputs() {}
}
