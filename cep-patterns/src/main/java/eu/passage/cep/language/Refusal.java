package eu.passage.cep.language;

/**
 * Why a word may not be named in a predicate though the rule has it.
 *
 * @param message what is wrong, in one sentence
 * @param advice what to write instead
 */
record Refusal(String message, String advice) {}
