package eu.passage.jobs.watch;

import java.time.Duration;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What became of the open alerts of a withdrawn entry.
 *
 * @param withdrawn how many were withdrawn since the withdrawal was written
 * @param toldAfter by recipient, after what time it had been told of all of them
 * @param open those that are open still, by id
 */
record TakenBack(int withdrawn, SortedMap<String, Duration> toldAfter, SortedSet<String> open) {}
