package eu.passage.jobs.bench;

import eu.passage.recognition.image.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process holds, in MiB.
 *
 * @param resident of the whole process, as the system counts it
 * @param heap used after a collection
 * @param beyondHeap what is resident besides the heap that the JVM keeps: libtorch, OpenCV, threads
 *     and the JVM itself
 * @param direct in direct buffers
 * @param nativeObjects of OpenCV, that have not been given back
 * @param threads alive
 */
record Memory(
    double resident,
    double heap,
    double beyondHeap,
    double direct,
    long nativeObjects,
    int threads) {

  private static final double MIB = 1 << 20;
  private static final double KIB_PER_MIB = 1024;

  /** Collects garbage first, so that what is left is what is held. */
  @SuppressWarnings("SystemGc") // the figure wanted is the heap after a collection
  static Memory now() {
    System.gc();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    double direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToDouble(pool -> pool.getMemoryUsed() / MIB)
            .sum();
    double resident = residentNow();
    return new Memory(
        resident,
        heap.getUsed() / MIB,
        resident - heap.getCommitted() / MIB,
        direct,
        Picture.nativeObjects(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  private static double residentNow() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("this system does not tell a process's memory", e);
    }
  }
}
