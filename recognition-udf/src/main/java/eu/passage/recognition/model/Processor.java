package eu.passage.recognition.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What this machine's processor can do. */
final class Processor {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final List<String> BF16 = List.of("avx512_bf16", "amx_bf16");
  private static final List<String> INT8 = List.of("avx512_vnni");
  private static final boolean MULTIPLIES_BF16 = multipliesBf16(CPU_INFO);
  private static final boolean MULTIPLIES_INT8 = multipliesInt8(CPU_INFO);

  private Processor() {}

  /**
   * Whether it multiplies bfloat16 numbers by itself (AVX512_BF16 or AMX). Without, libtorch does
   * it step by step and takes many times as long as with 32-bit numbers.
   */
  static boolean multipliesBf16() {
    return MULTIPLIES_BF16;
  }

  /**
   * Whether it multiplies bytes by itself (AVX512_VNNI). Without, libtorch uses instructions whose
   * sums overflow.
   */
  static boolean multipliesInt8() {
    return MULTIPLIES_INT8;
  }

  /** False, too, on systems that do not tell. */
  static boolean multipliesBf16(Path cpuInfo) {
    return has(cpuInfo, BF16);
  }

  /** False, too, on systems that do not tell. */
  static boolean multipliesInt8(Path cpuInfo) {
    return has(cpuInfo, INT8);
  }

  private static boolean has(Path cpuInfo, List<String> anyOf) {
    if (!Files.isReadable(cpuInfo)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(cpuInfo)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.stream(line.split("\\s+")).anyMatch(anyOf::contains))
          .orElse(false);
    } catch (IOException e) {
      return false;
    }
  }
}
