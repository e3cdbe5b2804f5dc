package eu.passage.jobs.bench.rules;

import eu.passage.jobs.bench.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the figures of rules have to be. */
final class Targets {

  private static final int FEW = 4;

  private Targets() {}

  /** Those that what was measured can answer. */
  static List<Target> of(List<Cell> cells, List<Growth> growths) {
    List<Target> targets = new ArrayList<>();
    for (Cell cell : cells) {
      Optional<Timed> ours = cell.of(Contender.OURS);
      Optional<Timed> stock = cell.of(Contender.STOCK);
      if (ours.isPresent() && stock.isPresent() && cell.part() == Part.HEAP) {
        double times = ours.get().times(stock.get());
        targets.add(Target.atLeast("times flink-cep on the heap", times, 12, 15));
      }
      if (ours.isPresent() && stock.isPresent() && cell.part() == Part.ROCKSDB) {
        double times = ours.get().times(stock.get());
        targets.add(Target.atLeast("times flink-cep on RocksDB", times, 100, 150));
      }
      cost(cell, RuleSet.selective(FEW), RuleSet.selective(128), 1.5).ifPresent(targets::add);
      cost(cell, RuleSet.selective(FEW), RuleSet.selective(512), 3).ifPresent(targets::add);
      cost(cell, RuleSet.numbers(FEW), RuleSet.numbers(512), 8).ifPresent(targets::add);
    }
    growths.forEach(growth -> growth.target().ifPresent(targets::add));
    return targets;
  }

  private static Optional<Target> cost(Cell cell, RuleSet few, RuleSet many, double most) {
    return cell.of(Contender.OURS, few)
        .flatMap(
            cheap ->
                cell.of(Contender.OURS, many)
                    .map(
                        dear ->
                            Target.atMost(
                                "times the cost of %d rules: %d, %s"
                                    .formatted(few.size(), many.size(), many.name()),
                                cheap.times(dear),
                                most)));
  }
}
