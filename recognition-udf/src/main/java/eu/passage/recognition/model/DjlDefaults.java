package eu.passage.recognition.model;

import java.util.Map;

/**
 * The settings without which DJL looks for files on the network and starts a thread per core for
 * every caller, although the operator's parallelism is the parallelism. What the JVM was started
 * with stays.
 */
final class DjlDefaults {

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ai.djl.offline", "true",
          "OPT_OUT_TRACKING", "true",
          "ai.djl.pytorch.num_threads", "1",
          "ai.djl.pytorch.num_interop_threads", "1");

  private DjlDefaults() {}

  /** To be called before DJL's first class is used, which reads them once. */
  static void set() {
    DEFAULTS.forEach(
        (key, value) -> {
          if (System.getProperty(key) == null) {
            System.setProperty(key, value);
          }
        });
  }
}
