package eu.passage.cep.wording;

import java.util.ArrayList;
import java.util.List;

/** Events that are told in one clause: a single one, or a step's repetitions. */
record Run(List<Event> events) {

  /** As many repetitions as are still told one by one. */
  private static final int TOLD_SINGLY = 2;

  /** The events in their order, repetitions of a step put together from three on. */
  static List<Run> of(List<Event> events) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= events.size(); to++) {
      if (to == events.size() || events.get(to).step() != events.get(from).step()) {
        List<Event> same = events.subList(from, to);
        if (same.size() > TOLD_SINGLY) {
          runs.add(new Run(same));
        } else {
          same.forEach(event -> runs.add(new Run(List.of(event))));
        }
        from = to;
      }
    }
    return runs;
  }

  Deed deed() {
    return Deed.common(events.stream().map(Event::deed).toList());
  }

  int times() {
    return events.size();
  }

  Event first() {
    return events.get(0);
  }

  Event last() {
    return events.get(events.size() - 1);
  }
}
