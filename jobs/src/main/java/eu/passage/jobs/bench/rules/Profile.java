package eu.passage.jobs.bench.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor is while a job runs, by Java's flight recorder.
 *
 * @param samples of the detection operator's thread
 * @param own methods by the share of samples in which they themselves ran
 * @param with methods of this project by the share of samples in which they or what they call ran
 */
record Profile(int samples, List<Share> own, List<Share> with) {

  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final String PERIOD = "10 ms";
  static final String OPERATOR = "Watchlist and rules";
  private static final String PROJECT = "eu.passage.";
  private static final int MOST = 25;

  /**
   * A method's share of the samples, 0 to 1.
   *
   * @param method class and name
   */
  record Share(String method, double share) {
    private String line() {
      return String.format(Locale.ROOT, "  %5.1f %%  %s", 100 * share, method);
    }
  }

  /** What is recorded. */
  interface Work {
    void run() throws Exception;
  }

  /** Records some work to a file that Java's tools open too, and reads it. */
  static Profile of(Path file, Work work) throws Exception {
    try (Recording recording = new Recording(settings())) {
      recording.setDestination(file);
      recording.start();
      work.run();
      recording.stop();
    }
    return read(file);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("where the detection operator's thread is, %d samples".formatted(samples));
    lines.add("  itself");
    own.forEach(one -> lines.add(one.line()));
    lines.add("  with what it calls, of Passage's own methods");
    with.forEach(one -> lines.add(one.line()));
    lines.add("");
    return lines;
  }

  void json(ObjectNode node) {
    node.put("samples", samples);
    own.forEach(one -> node.withObject("/own").put(one.method, one.share));
    with.forEach(one -> node.withObject("/withCalls").put(one.method, one.share));
  }

  private static Map<String, String> settings() throws IOException, ParseException {
    Map<String, String> settings =
        new HashMap<>(Configuration.getConfiguration("profile").getSettings());
    settings.put(SAMPLE + "#period", PERIOD);
    return settings;
  }

  private static Profile read(Path file) throws IOException {
    Map<String, Integer> own = new HashMap<>();
    Map<String, Integer> with = new HashMap<>();
    int samples = 0;
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (isOperator(event)) {
          samples++;
          count(event.getStackTrace().getFrames(), own, with);
        }
      }
    }
    return new Profile(samples, most(own, samples), most(with, samples));
  }

  private static boolean isOperator(RecordedEvent event) {
    if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null) {
      return false;
    }
    RecordedThread thread = event.getThread("sampledThread");
    return thread != null
        && thread.getJavaName() != null
        && thread.getJavaName().contains(OPERATOR);
  }

  private static void count(
      List<RecordedFrame> frames, Map<String, Integer> own, Map<String, Integer> with) {
    own.merge(name(frames.get(0)), 1, Integer::sum);
    Set<String> seen = new HashSet<>();
    for (RecordedFrame frame : frames) {
      String name = name(frame);
      if (name.startsWith(PROJECT) && seen.add(name)) {
        with.merge(name, 1, Integer::sum);
      }
    }
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static List<Share> most(Map<String, Integer> counts, int samples) {
    return counts.entrySet().stream()
        .map(entry -> new Share(entry.getKey(), (double) entry.getValue() / samples))
        .sorted(Comparator.comparingDouble(Share::share).reversed())
        .limit(MOST)
        .toList();
  }
}
