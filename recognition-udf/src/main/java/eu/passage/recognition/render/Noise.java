package eu.passage.recognition.render;

/** Smooth random values over a plane. */
final class Noise {

  private Noise() {}

  /** A value from 0 to 1 that varies over a distance of about 1. */
  static double at(int seed, double x, double y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    double fx = x - ix;
    double fy = y - iy;
    double sx = fx * fx * (3 - 2 * fx);
    double sy = fy * fy * (3 - 2 * fy);
    double top = hash(seed, ix, iy) + sx * (hash(seed, ix + 1, iy) - hash(seed, ix, iy));
    double low =
        hash(seed, ix, iy + 1) + sx * (hash(seed, ix + 1, iy + 1) - hash(seed, ix, iy + 1));
    return top + sy * (low - top);
  }

  private static double hash(int seed, int x, int y) {
    int h = seed * 0x9E3779B1 ^ x * 0x85EBCA6B ^ y * 0xC2B2AE35;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    h ^= h >>> 12;
    h *= 0x297A2D39;
    h ^= h >>> 15;
    return (h >>> 8) / (double) (1 << 24);
  }
}
