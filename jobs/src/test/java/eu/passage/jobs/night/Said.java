package eu.passage.jobs.night;

/**
 * Something that somebody can read.
 *
 * @param where a topic, a command, a logger
 */
record Said(String where, String text) {}
