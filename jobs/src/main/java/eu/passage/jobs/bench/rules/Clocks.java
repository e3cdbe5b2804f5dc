package eu.passage.jobs.bench.rules;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Clocks at one moment, nanoseconds.
 *
 * @param cpu that all threads of this process have spent on a processor
 * @param compiler what of it Java's compilers took, which a job that runs for weeks does not pay; 0
 *     where the system does not tell
 * @param wall since some moment
 */
record Clocks(long cpu, long compiler, long wall) {

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final Path THREADS = Path.of("/proc/self/task");
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);

  static Clocks now() {
    return new Clocks(MACHINE.getProcessCpuTime(), compilers(), System.nanoTime());
  }

  Clocks since(Clocks earlier) {
    return new Clocks(
        cpu - earlier.cpu, Math.max(0, compiler - earlier.compiler), wall - earlier.wall);
  }

  private static long compilers() {
    if (!Files.isDirectory(THREADS)) {
      return 0;
    }
    try (Stream<Path> threads = Files.list(THREADS)) {
      return threads.mapToLong(Clocks::compiler).sum();
    } catch (IOException e) {
      return 0;
    }
  }

  /** See proc_pid_stat(5): the name in brackets, then a state; user and system time follow. */
  private static long compiler(Path thread) {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      int nameEnd = stat.lastIndexOf(')');
      if (!stat.substring(0, nameEnd).contains("CompilerThre")) {
        return 0;
      }
      String[] fields = stat.substring(nameEnd + 2).split(" ", -1);
      return TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    } catch (IOException e) {
      return 0; // it has ended meanwhile
    }
  }
}
