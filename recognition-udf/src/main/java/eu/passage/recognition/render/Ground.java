package eu.passage.recognition.render;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** The colour of the road and what lies beside it, point by point. */
final class Ground {

  private final int seed;
  private final double roadLeft;
  private final double roadRight;
  private final double centreLine;
  private final double edgeLine;
  private final boolean edgePainted;
  private final double dash;
  private final double kerb;
  private final double path;
  private final Color asphalt;
  private final Color grass;
  private final Color paving;
  private final double worn;
  private final double patchY;

  /**
   * @param edge -1 when the road's edge is left of the lane, 1 when it is right
   */
  Ground(int edge, RandomGenerator random) {
    this.seed = random.nextInt();
    double lane = 3.1 + 0.5 * random.nextDouble();
    this.centreLine = -edge * lane / 2;
    this.edgeLine = edge * lane / 2;
    double shoulder = 0.3 + 1.6 * random.nextDouble();
    double outer = edgeLine + edge * shoulder;
    double inner = -edge * (1.5 * lane + 0.3);
    this.roadLeft = Math.min(outer, inner);
    this.roadRight = Math.max(outer, inner);
    this.edgePainted = random.nextInt(4) > 0;
    this.dash = random.nextInt(3) == 0 ? 0 : 3 + 2 * random.nextDouble();
    this.kerb = random.nextInt(3) == 0 ? 0 : 0.16;
    this.path = random.nextBoolean() ? 1.2 + 1.2 * random.nextDouble() : 0;
    int tone = 78 + random.nextInt(62);
    this.asphalt =
        new Color(tone + random.nextInt(8), tone + random.nextInt(6), tone - 2 + random.nextInt(8));
    this.grass =
        new Color(88 + random.nextInt(44), 98 + random.nextInt(26), 58 + random.nextInt(26));
    this.paving =
        random.nextInt(4) == 0
            ? new Color(150, 92 + random.nextInt(20), 78)
            : new Color(142 + random.nextInt(30), 140 + random.nextInt(20), 132);
    this.worn = 0.4 + 0.6 * random.nextDouble();
    this.patchY = 8 + 40 * random.nextDouble();
  }

  /** Writes red, green and blue of a point, seen at so many pixels a metre. */
  void colour(double x, double y, double pixelsPerMetre, double[] out) {
    double soft = 1 / pixelsPerMetre;
    boolean road = x > roadLeft && x < roadRight;
    double outside = Math.max(roadLeft - x, x - roadRight);
    double fine = Noise.at(seed, x * 26, y * 7) - 0.5;
    double coarse = Noise.at(seed + 1, x * 1.3, y * 0.4) - 0.5;
    if (road) {
      set(out, asphalt);
      double track = Math.min(Math.abs(Math.abs(x) - 0.78), 1) * 0.09;
      double tone = 1 + 0.2 * fine + 0.16 * coarse + track;
      double oil = Math.exp(-x * x / 0.12) * 0.06;
      if (Math.abs(y - patchY) < 1.4 && x > -0.9 && x < 1.2) {
        tone *= 0.86;
      }
      double crack = Math.abs(Noise.at(seed + 5, x * 0.8, y * 0.3) - 0.5);
      double broken = Noise.at(seed + 6, x * 0.25, y * 0.12);
      if (crack < 0.003 && broken > 0.6) {
        tone *= 0.86;
      }
      scale(out, tone - oil);
      paintLine(out, Math.abs(x - centreLine), 0.075, soft, dashed(y), fine);
      if (edgePainted) {
        paintLine(out, Math.abs(x - edgeLine), 0.09, soft, 1, fine);
      }
    } else if (outside < kerb) {
      set(out, new Color(158, 157, 152));
      scale(out, 0.9 + 0.2 * fine + (((int) Math.floor(y)) % 2 == 0 ? 0.03 : 0));
    } else if (outside < kerb + path) {
      set(out, paving);
      boolean joint = Math.abs(y * 3.3 - Math.rint(y * 3.3)) < 0.06;
      scale(out, 1 + 0.16 * fine + 0.12 * coarse - (joint ? 0.12 : 0));
    } else {
      set(out, grass);
      double tuft = Noise.at(seed + 3, x * 9, y * 2.2) - 0.5;
      scale(out, 1 + 0.5 * fine + 0.35 * coarse + 0.4 * tuft);
    }
  }

  private double dashed(double y) {
    if (dash == 0) {
      return 1;
    }
    double phase = y % (dash * 2.4);
    return phase < dash ? 1 : 0;
  }

  private void paintLine(
      double[] out, double off, double half, double soft, double there, double fine) {
    double cover = Math.max(0, Math.min(1, (half - off) / soft + 0.5)) * there;
    cover *= Math.min(1, worn + 0.6 * (fine + 0.5));
    for (int i = 0; i < 3; i++) {
      out[i] += cover * 0.85 * (225 - out[i]);
    }
  }

  private static void set(double[] out, Color colour) {
    out[0] = colour.getRed();
    out[1] = colour.getGreen();
    out[2] = colour.getBlue();
  }

  private static void scale(double[] out, double factor) {
    out[0] *= factor;
    out[1] *= factor;
    out[2] *= factor;
  }

  double left() {
    return roadLeft - kerb - path;
  }

  double right() {
    return roadRight + kerb + path;
  }
}
