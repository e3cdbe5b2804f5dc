package eu.passage.jobs.bench.backtest;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says of this process. */
final class ThisProcess {

  private static final double NANOS = 1e9;
  private static final double KIB_PER_MIB = 1024;

  private ThisProcess() {}

  /** Seconds that all threads have calculated so far. */
  static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / NANOS;
  }

  /** MiB that were resident at most since it started. */
  static double mostResident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("this system does not tell a process's memory", e);
    }
  }
}
