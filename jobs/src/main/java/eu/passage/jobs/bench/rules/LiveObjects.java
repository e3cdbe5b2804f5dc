package eu.passage.jobs.bench.rules;

import eu.passage.cep.history.SubjectHistory;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is on the heap after a collection.
 *
 * @param bytes of all objects
 * @param subjects how many subjects' histories are among them
 */
record LiveObjects(long bytes, long subjects) {

  private static final long NOISE = 100_000;
  private static final String SUBJECT = SubjectHistory.class.getName();

  /** Counts by the histogram that {@code jcmd} prints; it collects first. */
  static LiveObjects now() {
    try {
      return read(
          (String)
              ManagementFactory.getPlatformMBeanServer()
                  .invoke(
                      new ObjectName("com.sun.management:type=DiagnosticCommand"),
                      "gcClassHistogram",
                      new Object[] {new String[0]},
                      new String[] {String[].class.getName()}));
    } catch (JMException e) {
      throw new IllegalStateException("this JVM does not count its objects", e);
    }
  }

  /**
   * Counts once nothing goes any more: part of what a job had waits for finalizers when it has
   * ended.
   */
  static LiveObjects settled() {
    LiveObjects before;
    LiveObjects now = now();
    do {
      before = now;
      now = now();
    } while (now.bytes < before.bytes - NOISE);
    return now;
  }

  LiveObjects since(LiveObjects earlier) {
    return new LiveObjects(bytes - earlier.bytes, subjects - earlier.subjects);
  }

  /** Lines are "place: instances bytes class (module)", the last is "Total instances bytes". */
  static LiveObjects read(String histogram) {
    long bytes = 0;
    long subjects = 0;
    for (String line : histogram.lines().toList()) {
      String[] words = line.strip().split("\\s+");
      if (words.length == 3 && words[0].equals("Total")) {
        bytes = Long.parseLong(words[2]);
      } else if (words.length >= 4 && words[3].equals(SUBJECT)) {
        subjects = Long.parseLong(words[1]);
      }
    }
    return new LiveObjects(bytes, subjects);
  }
}
