package eu.passage.jobs.endure;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import java.math.BigDecimal;

/**
 * What stands of a passage in the end.
 *
 * @param vehicle whom it is charged to, by its plate
 * @param tariff by which; empty where none charges it
 * @param amount ten-thousandths of a euro; 0 where nothing is owed
 */
record Owed(String vehicle, TollStatus status, String tariff, long amount) {

  private static final int DECIMALS = 4;

  /** As an event says it. */
  static Owed in(TollEvent event) {
    boolean charged = event.getCharge() != null;
    return new Owed(
        event.getPlate(),
        event.getStatus(),
        charged ? event.getCharge().getTariffId() : "",
        charged ? tenThousandths(event.getCharge().getAmount()) : 0);
  }

  /**
   * @throws ArithmeticException when it is none
   */
  static long tenThousandths(BigDecimal amount) {
    return amount.movePointRight(DECIMALS).longValueExact();
  }

  /** For people. */
  static String euros(long tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, DECIMALS) + " EUR";
  }
}
