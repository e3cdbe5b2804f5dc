package eu.passage.recognition.render;

import java.util.SplittableRandom;

/** Smooth random values over a plane. */
final class Noise {

  private static final int SIZE = 512;
  private static final int MASK = SIZE - 1;
  private static final float[] LATTICE = new float[SIZE * SIZE];

  static {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < LATTICE.length; i++) {
      LATTICE[i] = (float) random.nextDouble();
    }
  }

  private Noise() {}

  /** A value from 0 to 1 that varies over a distance of about 1. */
  static double at(int seed, double x, double y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    double fx = x - ix;
    double fy = y - iy;
    double sx = fx * fx * (3 - 2 * fx);
    double sy = fy * fy * (3 - 2 * fy);
    int shift = seed * 0x9E3779B1;
    int column = ix + (shift >>> 23) & MASK;
    int next = column + 1 & MASK;
    int row = (iy + (shift >>> 7) & MASK) * SIZE;
    int below = row + SIZE & SIZE * SIZE - 1;
    double top = LATTICE[row + column] + sx * (LATTICE[row + next] - LATTICE[row + column]);
    double low = LATTICE[below + column] + sx * (LATTICE[below + next] - LATTICE[below + column]);
    return top + sy * (low - top);
  }
}
