package eu.passage.cep.engine;

import eu.passage.cep.model.Rule;
import java.time.Instant;

/**
 * A rule that is in force.
 *
 * @param version counts up with every deployment
 * @param author who deployed it
 * @param since when it was deployed
 */
public record ActiveRule(Rule rule, int version, String author, Instant since) {}
