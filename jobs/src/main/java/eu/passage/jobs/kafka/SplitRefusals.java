package eu.passage.jobs.kafka;

import eu.passage.avro.DeadLetter;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Records go on, refusals go aside. */
final class SplitRefusals<T> extends ProcessFunction<Either<DeadLetter, T>, T> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused", new AvroTypeInfo<>(DeadLetter.class));

  @Override
  public void processElement(Either<DeadLetter, T> read, Context context, Collector<T> out) {
    if (read.isRight()) {
      out.collect(read.right());
    } else {
      context.output(REFUSED, read.left());
    }
  }
}
