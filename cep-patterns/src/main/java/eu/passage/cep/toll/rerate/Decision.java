package eu.passage.cep.toll.rerate;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a person decides of an event: facts, never an amount. */
public sealed interface Decision {

  /**
   * It is billed: by these facts, and by what the tariff assumed where the person says nothing
   * else, which the person takes for true with that.
   *
   * @param facts as {@link SaidFacts} reads them
   */
  record Bill(Map<String, String> facts) implements Decision {

    public Bill {
      facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
  }

  /** It is taken back: nothing is owed, and it takes no share in a cap or a way. */
  record Withdraw() implements Decision {}
}
