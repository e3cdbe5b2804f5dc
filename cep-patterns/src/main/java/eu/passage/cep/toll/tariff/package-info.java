/**
 * Tariffs: dated and versioned data that people write as YAML, and how it is read. Nothing here
 * computes what a passage owes.
 */
@NullMarked
package eu.passage.cep.toll.tariff;

import org.jspecify.annotations.NullMarked;
