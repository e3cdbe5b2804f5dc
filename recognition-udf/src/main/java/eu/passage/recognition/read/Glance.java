package eu.passage.recognition.read;

/**
 * What the net said of one view of a plate.
 *
 * @param steps probabilities by class at each step, class 0 the blank
 * @param countries probabilities by country
 */
record Glance(double[][] steps, double[] countries) {}
