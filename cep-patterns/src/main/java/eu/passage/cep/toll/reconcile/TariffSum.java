package eu.passage.cep.toll.reconcile;

import eu.passage.avro.TollStatus;
import java.math.BigDecimal;

/**
 * What the standing events of one status ask for by one version of a tariff.
 *
 * @param amount with four decimals
 */
public record TariffSum(
    String tariffId,
    String tariffVersion,
    String currency,
    TollStatus status,
    long events,
    BigDecimal amount) {}
