package eu.passage.jobs.kafka;

import org.apache.flink.util.UserCodeClassLoader;

/**
 * An exactly-once sink of connector 5.0.0-2.2 never closes its admin client, whose thread outlives
 * the job and would hold the job's class loader, and with it every class of the job.
 */
final class LeftThreads {

  private static final String ADMIN_CLIENT = "kafka-admin-client-thread";
  private static final String HOOK = "passage-left-threads";

  private LeftThreads() {}

  /** Has the threads that are left when the job's class loader is released let go of it. */
  static void letGoOf(UserCodeClassLoader loader) {
    ClassLoader released = loader.asClassLoader();
    loader.registerReleaseHookIfAbsent(
        HOOK,
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(ADMIN_CLIENT))
                .filter(thread -> thread.getContextClassLoader() == released)
                .forEach(
                    thread -> thread.setContextClassLoader(ClassLoader.getSystemClassLoader())));
  }
}
