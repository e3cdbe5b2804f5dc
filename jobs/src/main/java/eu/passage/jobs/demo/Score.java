package eu.passage.jobs.demo;

/**
 * What came out, held against the scenario's truth.
 *
 * @param passages that truly happened before the cameras
 * @param platesRight of them with exactly one passage whose plate and country are right
 * @param alertsExpected by the oracle
 * @param alertsMissed expected and not raised
 * @param alertsUnexpected raised and not expected
 * @param tollsExpected passages of trucks
 * @param tollsMissed of them without a toll event
 * @param tollsUnexpected toll events of no such passage
 */
public record Score(
    int passages,
    int platesRight,
    int alertsExpected,
    int alertsMissed,
    int alertsUnexpected,
    int tollsExpected,
    int tollsMissed,
    int tollsUnexpected) {}
