package eu.passage.cep.language;

/**
 * How often a step's passages come.
 *
 * @param least 0 for a step that may be left out
 */
record StepTimes(int least, int most) {

  static final StepTimes ONCE = new StepTimes(1, 1);
}
