package eu.passage.jobs.backtest;

import eu.passage.cep.RuleAlert;
import eu.passage.jobs.backtest.tally.Told;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes alerts in order of time and hands them on in one order that is the same in every run: of
 * those of one moment by rule, then by vehicle, then by the closing passage.
 */
final class AlertBook {

  private static final Comparator<RuleAlert> OF_ONE_MOMENT =
      Comparator.comparing(RuleAlert::ruleId)
          .thenComparing(Told::subject)
          .thenComparing(alert -> Told.closing(alert).camera())
          .thenComparing(RuleAlert::outcome);

  private final Consumer<RuleAlert> reader;
  private final List<RuleAlert> moment = new ArrayList<>();

  AlertBook(Consumer<RuleAlert> reader) {
    this.reader = reader;
  }

  synchronized void add(RuleAlert alert) {
    if (!moment.isEmpty() && moment.get(0).at() != alert.at()) {
      finish();
    }
    moment.add(alert);
  }

  /** No more alerts of the last moment will come. */
  synchronized void finish() {
    if (moment.size() > 1) {
      moment.sort(OF_ONE_MOMENT);
    }
    moment.forEach(reader);
    moment.clear();
  }
}
