package eu.passage.jobs.rules;

/**
 * A text that should hold rules.
 *
 * @param name its file, for faults
 */
record NamedText(String name, String text) {}
