package eu.passage.cep.toll.reconcile;

import java.util.List;

/**
 * Finds what does not agree in a day's toll events. What follows from another difference is not
 * told again. The same books give the same differences in the same order.
 */
public final class Reconciliation {

  private Reconciliation() {}

  /** The differences, by charging point and kind. */
  public static List<Difference> differences(DayBooks books, AmountCheck amounts) {
    Ledger ledger = new Ledger(books);
    Found found = new Found();
    new CopyCheck(ledger, found).run();
    new PassageCheck(ledger, found).run();
    new SequenceCheck(ledger, found).run();
    new ChainCheck(ledger, found).run();
    new EventCheck(ledger, found, amounts).run();
    return found.inOrder();
  }
}
