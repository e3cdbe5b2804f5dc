package eu.passage.cep.toll.tariff;

import java.io.Serializable;
import java.time.Duration;

/**
 * From one charging point to another.
 *
 * @param from the entry: a passage there has no charge of its own
 * @param to the exit: its passage owes for the way
 * @param within the longest time between the two
 */
public record Way(String from, String to, Duration within) implements Serializable {}
