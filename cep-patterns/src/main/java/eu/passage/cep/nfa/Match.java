package eu.passage.cep.nfa;

import java.util.List;

/**
 * What a pattern matched.
 *
 * @param events oldest first
 * @param steps the name of the pattern's step that each event matched
 */
public record Match<T>(List<T> events, List<String> steps) {}
