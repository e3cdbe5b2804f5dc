package eu.passage.jobs.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The job jar and the cluster's class path, made of what is on the class path of this test. Into
 * the jar goes what Flink does not bring, our own modules included; the cluster gets Flink, the
 * native libraries and the classes around them. The classes around them are in the jar as well, as
 * they are in one that a build tool has shaded.
 */
public final class JobJar {

  private static final List<String> ALSO_IN_THE_JAR =
      List.of(
          "/ai/djl/",
          "/org/bytedeco/",
          "/net/java/dev/jna/",
          "/org/apache/avro/",
          "/com/fasterxml/jackson/core/",
          "/org/apache/kafka/kafka-clients/",
          "/org/apache/flink/flink-avro/",
          "/org/apache/flink/flink-connector-base/",
          "/org/apache/flink/flink-connector-kafka/");
  private static final List<String> IN_THE_JAR_ALONE =
      List.of(
          "/target/classes",
          "/passage-",
          "/com/fasterxml/jackson/data",
          "/org/yaml/",
          "/info/picocli/",
          "/org/flywaydb/",
          "/org/apache/flink/flink-parquet/",
          "/org/apache/parquet/",
          "/org/apache/hadoop/hadoop-common/",
          "/com/github/luben/zstd-jni/");
  private static final List<String> NOWHERE =
      List.of(
          "/org/apache/kafka/kafka",
          "/flink-test-utils",
          "/junit",
          "/jqwik",
          "/assertj",
          "/hadoop-");

  private JobJar() {}

  /** The class path of a cluster, without anything of ours but the classes of these tests. */
  public static String clusterClassPath() {
    return String.join(
        File.pathSeparator,
        classPath()
            .filter(
                entry ->
                    isOneOf(ALSO_IN_THE_JAR, entry)
                        || (!isOneOf(IN_THE_JAR_ALONE, entry) && !isOneOf(NOWHERE, entry)))
            .toList());
  }

  /** Writes the jar: libraries as they are in {@code lib/}, our own modules packed. */
  public static void write(Path jar) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (String entry : classPath().filter(JobJar::isInTheJar).toList()) {
        Path path = Path.of(entry);
        if (Files.isDirectory(path)) {
          pack(path, out);
        } else {
          put(path, "lib/" + path.getFileName(), out);
        }
      }
    }
  }

  private static boolean isInTheJar(String entry) {
    return isOneOf(IN_THE_JAR_ALONE, entry)
        || (isOneOf(ALSO_IN_THE_JAR, entry) && !entry.contains("linux-x86_64"));
  }

  private static boolean isOneOf(List<String> parts, String entry) {
    return parts.stream().anyMatch(entry::contains);
  }

  /** Surefire starts the JVM with a jar that only names the class path. */
  private static Stream<String> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator));
  }

  private static void pack(Path directory, ZipOutputStream out) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        put(file, directory.relativize(file).toString(), out);
      }
    }
  }

  private static void put(Path file, String name, ZipOutputStream out) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    Files.copy(file, out);
    out.closeEntry();
  }
}
