package eu.passage.recognition.render;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;

/**
 * Draws parts into a picture of its own with a depth buffer; the picture is then laid over the
 * scene.
 */
final class Rasteriser {

  private static final int W = View.WIDTH;
  private static final int H = View.HEIGHT;

  /** What comes closer to the lens than this, in metres, is left out. */
  private static final float NEAREST = 0.5f;

  /** 0xRRGGBB of what was drawn. */
  private final int[] pixels = new int[W * H];

  private final float[] depths = new float[W * H];

  private int left = W;
  private int right = -1;
  private int top = H;
  private int bottom = -1;

  Rasteriser() {
    Arrays.fill(depths, Float.POSITIVE_INFINITY);
  }

  /** Forgets what was drawn. */
  void clear() {
    for (int y = top; y <= bottom; y++) {
      Arrays.fill(depths, y * W + left, y * W + right + 1, Float.POSITIVE_INFINITY);
    }
    left = W;
    right = -1;
    top = H;
    bottom = -1;
  }

  /** The pixels drawn on since the last clear, tight. */
  Rectangle bounds() {
    return right < 0
        ? new Rectangle()
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  void draw(List<Part> parts, Placement place, View view, Light light) {
    for (Part part : parts) {
      draw(part, place, view, light);
    }
  }

  private void draw(Part part, Placement place, View view, Light light) {
    int n = part.skinRows.length;
    float[] sx = new float[n];
    float[] sy = new float[n];
    float[] sz = new float[n];
    float[] shade = new float[n];
    float[] mirror = new float[n];
    double[] world = new double[3];
    double[] normal = new double[3];
    double[] p = new double[3];
    Shading shading = new Shading(view, light);
    for (int i = 0; i < n; i++) {
      place.point(part.xyz[3 * i], part.xyz[3 * i + 1], part.xyz[3 * i + 2], world);
      place.direction(
          part.normals[3 * i], part.normals[3 * i + 1], part.normals[3 * i + 2], normal);
      view.project(world[0], world[1], world[2], p);
      sx[i] = (float) p[0];
      sy[i] = (float) p[1];
      sz[i] = (float) p[2];
      shading.at(world, normal, part.gloss, part.retro, p);
      shade[i] = (float) p[0];
      mirror[i] = (float) p[1];
    }
    Projected corners = new Projected(sx, sy, sz, shade, mirror);
    int stride = part.columns + 1;
    // the near rows first: what they hide need not be coloured
    boolean reverse = sz[n - 1] < sz[0];
    for (int i = 0; i < part.rows; i++) {
      int row = reverse ? part.rows - 1 - i : i;
      for (int j = 0; j < part.columns; j++) {
        int a = row * stride + j;
        triangle(part, corners, a, a + 1, a + stride, light.tint());
        triangle(part, corners, a + 1, a + stride + 1, a + stride, light.tint());
      }
    }
  }

  /** A part's points in the picture: place, depth, brightness, mirrored light. */
  private record Projected(float[] x, float[] y, float[] z, float[] shade, float[] mirror) {}

  /** A value that is linear over a triangle: from its first corner by steps right and down. */
  private static final class Ramp {
    float value;
    final float right;
    private final float start;
    private final float down;

    Ramp(float[] values, int a, int b, int c, Slopes slopes) {
      start = values[a];
      right = slopes.bx * (values[b] - start) + slopes.cx * (values[c] - start);
      down = slopes.by * (values[b] - start) + slopes.cy * (values[c] - start);
    }

    void to(float x, float y) {
      value = start + x * right + y * down;
    }
  }

  /** By how much the shares of a triangle's second and third corners grow to the right and down. */
  private record Slopes(float bx, float by, float cx, float cy) {}

  private void triangle(Part part, Projected p, int a, int b, int c, double[] tint) {
    float[] sx = p.x;
    float[] sy = p.y;
    float area = (sx[b] - sx[a]) * (sy[c] - sy[a]) - (sx[c] - sx[a]) * (sy[b] - sy[a]);
    if (Math.abs(area) < 1e-6f || Math.min(p.z[a], Math.min(p.z[b], p.z[c])) < NEAREST) {
      return;
    }
    int first = Math.max(0, (int) Math.ceil(Math.min(sy[a], Math.min(sy[b], sy[c])) - 0.5f));
    int last = Math.min(H - 1, (int) Math.floor(Math.max(sy[a], Math.max(sy[b], sy[c])) - 0.5f));
    Slopes slopes =
        new Slopes(
            (sy[c] - sy[a]) / area,
            -(sx[c] - sx[a]) / area,
            -(sy[b] - sy[a]) / area,
            (sx[b] - sx[a]) / area);
    Ramp z = new Ramp(p.z, a, b, c, slopes);
    Ramp u = new Ramp(part.skinColumns, a, b, c, slopes);
    Ramp v = new Ramp(part.skinRows, a, b, c, slopes);
    Ramp shade = new Ramp(p.shade, a, b, c, slopes);
    Ramp mirror = new Ramp(p.mirror, a, b, c, slopes);
    for (int y = first; y <= last; y++) {
      float middle = y + 0.5f;
      float from = Float.POSITIVE_INFINITY;
      float to = Float.NEGATIVE_INFINITY;
      // where the row's middle crosses the three sides
      for (int side = 0; side < 3; side++) {
        int i = side == 0 ? a : side == 1 ? b : c;
        int j = side == 0 ? b : side == 1 ? c : a;
        float low = Math.min(sy[i], sy[j]);
        float high = Math.max(sy[i], sy[j]);
        if (middle < low || middle > high || high == low) {
          continue;
        }
        float x = sx[i] + (middle - sy[i]) / (sy[j] - sy[i]) * (sx[j] - sx[i]);
        from = Math.min(from, x);
        to = Math.max(to, x);
      }
      int x0 = Math.max(0, (int) Math.ceil(from - 0.501f));
      int x1 = Math.min(W - 1, (int) Math.floor(to - 0.499f));
      if (x0 > x1) {
        continue;
      }
      left = Math.min(left, x0);
      right = Math.max(right, x1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      float px = x0 + 0.5f - sx[a];
      float py = middle - sy[a];
      z.to(px, py);
      u.to(px, py);
      v.to(px, py);
      shade.to(px, py);
      mirror.to(px, py);
      row(part.skin, y * W + x0, y * W + x1, z, u, v, shade, mirror, tint);
    }
  }

  private void row(
      Skin skin, int from, int to, Ramp z, Ramp u, Ramp v, Ramp shade, Ramp mirror, double[] tint) {
    float red = (float) tint[0];
    float green = (float) tint[1];
    float blue = (float) tint[2];
    for (int at = from; at <= to; at++) {
      int step = at - from;
      float depth = z.value + step * z.right;
      if (depth < depths[at]) {
        depths[at] = depth;
        int colour = sample(skin, u.value + step * u.right, v.value + step * v.right);
        float s = shade.value + step * shade.right;
        float m = mirror.value + step * mirror.right;
        pixels[at] =
            clamp((((colour >> 16) & 255) * s + m) * red) << 16
                | clamp((((colour >> 8) & 255) * s + m) * green) << 8
                | clamp(((colour & 255) * s + m) * blue);
      }
    }
  }

  private static int clamp(float value) {
    return value >= 255 ? 255 : value <= 0 ? 0 : (int) (value + 0.5f);
  }

  /** Between the four pixels around a place. */
  private static int sample(Skin skin, float u, float v) {
    float cu = Math.max(0, Math.min(skin.width - 1.001f, u));
    float cv = Math.max(0, Math.min(skin.height - 1.001f, v));
    int x = (int) cu;
    int y = (int) cv;
    int fx = (int) ((cu - x) * 256);
    int fy = (int) ((cv - y) * 256);
    int at = y * skin.width + x;
    int[] p = skin.pixels;
    return mix(mix(p[at], p[at + 1], fx), mix(p[at + skin.width], p[at + skin.width + 1], fx), fy);
  }

  private static int mix(int a, int b, int share) {
    int keep = 256 - share;
    int rb = (a & 0xFF00FF) * keep + (b & 0xFF00FF) * share;
    int g = (a & 0x00FF00) * keep + (b & 0x00FF00) * share;
    return (rb >>> 8) & 0xFF00FF | (g >>> 8) & 0x00FF00;
  }

  /** Lays what was drawn over a picture of blue, green, red bytes, with soft outlines. */
  void layOver(byte[] frame) {
    for (int y = Math.max(0, top - 1); y <= Math.min(H - 1, bottom + 1); y++) {
      for (int x = Math.max(0, left - 1); x <= Math.min(W - 1, right + 1); x++) {
        if (inside(x, y)) {
          int at = y * W + x;
          int p = pixels[at];
          frame[3 * at] = (byte) p;
          frame[3 * at + 1] = (byte) (p >> 8);
          frame[3 * at + 2] = (byte) (p >> 16);
        } else {
          blend(x, y, frame);
        }
      }
    }
  }

  private boolean inside(int x, int y) {
    if (x == 0 || y == 0 || x == W - 1 || y == H - 1) {
      return drawn(x, y);
    }
    int at = y * W + x;
    float far = Float.POSITIVE_INFINITY;
    return depths[at] != far
        && depths[at - 1] != far
        && depths[at + 1] != far
        && depths[at - W] != far
        && depths[at + W] != far;
  }

  private boolean drawn(int x, int y) {
    int cx = Math.max(0, Math.min(W - 1, x));
    int cy = Math.max(0, Math.min(H - 1, y));
    return depths[cy * W + cx] != Float.POSITIVE_INFINITY;
  }

  private void blend(int x, int y, byte[] frame) {
    int n = 0;
    int r = 0;
    int g = 0;
    int b = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if (drawn(x + dx, y + dy)) {
          int p =
              pixels[
                  Math.max(0, Math.min(H - 1, y + dy)) * W + Math.max(0, Math.min(W - 1, x + dx))];
          n++;
          r += (p >> 16) & 255;
          g += (p >> 8) & 255;
          b += p & 255;
        }
      }
    }
    if (n == 0) {
      return;
    }
    int at = 3 * (y * W + x);
    frame[at] = (byte) ((b + (9 - n) * (frame[at] & 255)) / 9);
    frame[at + 1] = (byte) ((g + (9 - n) * (frame[at + 1] & 255)) / 9);
    frame[at + 2] = (byte) ((r + (9 - n) * (frame[at + 2] & 255)) / 9);
  }
}
