package eu.passage.jobs.demo;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The frames that were published and not yet answered: what keeps the cameras from running ahead of
 * recognition. A frame is answered when an observation or a dead letter names it, or one that the
 * same camera took later; a picture in which nothing was seen is given up after a while.
 */
final class InFlight {

  private final Duration patience;
  private final Map<String, Sent> frames = new LinkedHashMap<>();

  /**
   * Nothing is in flight yet.
   *
   * @param patience how long an answer is waited for
   */
  InFlight(Duration patience) {
    this.patience = patience;
  }

  private record Sent(String cameraId, long nanoTime) {}

  /** A frame is about to be published. */
  synchronized void published(String frameId, String cameraId) {
    frames.put(frameId, new Sent(cameraId, System.nanoTime()));
  }

  /** A record names this frame. */
  synchronized void answered(String frameId) {
    Sent answered = frames.get(frameId);
    if (answered == null) {
      return;
    }
    Iterator<Map.Entry<String, Sent>> oldestFirst = frames.entrySet().iterator();
    boolean reached = false;
    while (!reached && oldestFirst.hasNext()) {
      Map.Entry<String, Sent> next = oldestFirst.next();
      reached = next.getKey().equals(frameId);
      if (next.getValue().cameraId().equals(answered.cameraId())) {
        oldestFirst.remove();
      }
    }
    notifyAll();
  }

  /** Waits until fewer than this many frames are in flight. */
  synchronized void awaitFewerThan(int limit) throws InterruptedException {
    while (true) {
      giveUpOld();
      if (frames.size() < limit) {
        return;
      }
      wait(20);
    }
  }

  synchronized int count() {
    giveUpOld();
    return frames.size();
  }

  private void giveUpOld() {
    long now = System.nanoTime();
    frames.values().removeIf(sent -> now - sent.nanoTime() > patience.toNanos());
  }
}
