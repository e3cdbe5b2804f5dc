package eu.passage.cep.patterns;

import eu.passage.cep.rules.Rule;
import java.util.List;

/** The rules that come with Passage; {@link WatchlistHit} stands beside them. */
public final class ShippedRules {

  public static final List<Rule> ALL =
      List.of(new RecurringCrossings(), new NightDash(), new TruckDidNotReturn());

  private ShippedRules() {}
}
