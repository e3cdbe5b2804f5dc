package eu.passage.jobs.bench;

import eu.passage.recognition.image.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process holds, in MiB.
 *
 * @param resident of the whole process, as the system counts it
 * @param heap used after a collection
 * @param direct in direct buffers
 * @param nativeObjects of OpenCV, that have not been given back
 */
record Memory(double resident, double heap, double direct, long nativeObjects) {

  private static final double MIB = 1 << 20;

  /** Collects garbage first, so that what is left is what is held. */
  @SuppressWarnings("SystemGc") // the figure wanted is the heap after a collection
  static Memory now() {
    System.gc();
    double direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToDouble(pool -> pool.getMemoryUsed() / MIB)
            .sum();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    return new Memory(residentNow(), heap, direct, Picture.nativeObjects());
  }

  private static double residentNow() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("this system does not tell a process's memory", e);
    }
  }
}
