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

  /** 0xRRGGBB of what was drawn. */
  private final int[] pixels = new int[W * H];

  private final float[] depths = new float[W * H];
  private Rectangle bounds = new Rectangle();

  /** Forgets what was drawn. */
  void clear() {
    Arrays.fill(depths, Float.POSITIVE_INFINITY);
    bounds = new Rectangle();
  }

  /** The pixels drawn on since the last clear, tight. */
  Rectangle bounds() {
    return bounds;
  }

  void draw(List<Part> parts, Placement place, View view, Light light) {
    for (Part part : parts) {
      draw(part, place, view, light);
    }
    tighten();
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
    int stride = part.columns + 1;
    for (int i = 0; i < part.rows; i++) {
      for (int j = 0; j < part.columns; j++) {
        int a = i * stride + j;
        triangle(part, sx, sy, sz, shade, mirror, a, a + 1, a + stride, light);
        triangle(part, sx, sy, sz, shade, mirror, a + 1, a + stride + 1, a + stride, light);
      }
    }
  }

  private void triangle(
      Part part,
      float[] sx,
      float[] sy,
      float[] sz,
      float[] shade,
      float[] mirror,
      int a,
      int b,
      int c,
      Light light) {
    float area = (sx[b] - sx[a]) * (sy[c] - sy[a]) - (sx[c] - sx[a]) * (sy[b] - sy[a]);
    if (Math.abs(area) < 1e-6f || Math.min(sz[a], Math.min(sz[b], sz[c])) < 0.5f) {
      return;
    }
    int top = Math.max(0, (int) Math.ceil(Math.min(sy[a], Math.min(sy[b], sy[c])) - 0.5f));
    int bottom = Math.min(H - 1, (int) Math.floor(Math.max(sy[a], Math.max(sy[b], sy[c])) - 0.5f));
    int left = Math.max(0, (int) Math.ceil(Math.min(sx[a], Math.min(sx[b], sx[c])) - 0.5f));
    int right = Math.min(W - 1, (int) Math.floor(Math.max(sx[a], Math.max(sx[b], sx[c])) - 0.5f));
    if (top > bottom || left > right) {
      return;
    }
    float scale = 1 / area;
    float bx = (sy[c] - sy[a]) * scale;
    float by = -(sx[c] - sx[a]) * scale;
    float cx = -(sy[b] - sy[a]) * scale;
    float cy = (sx[b] - sx[a]) * scale;
    float[] us = part.skinColumns;
    float[] vs = part.skinRows;
    float tr = (float) light.tint()[0];
    float tg = (float) light.tint()[1];
    float tb = (float) light.tint()[2];
    for (int y = top; y <= bottom; y++) {
      float py = y + 0.5f - sy[a];
      for (int x = left; x <= right; x++) {
        float px = x + 0.5f - sx[a];
        float wb = px * bx + py * by;
        float wc = px * cx + py * cy;
        float wa = 1 - wb - wc;
        if (wa < -1e-4f || wb < -1e-4f || wc < -1e-4f) {
          continue;
        }
        float z = wa * sz[a] + wb * sz[b] + wc * sz[c];
        int at = y * W + x;
        if (z >= depths[at]) {
          continue;
        }
        depths[at] = z;
        int colour =
            sample(
                part.skin,
                wa * us[a] + wb * us[b] + wc * us[c],
                wa * vs[a] + wb * vs[b] + wc * vs[c]);
        float s = wa * shade[a] + wb * shade[b] + wc * shade[c];
        float m = wa * mirror[a] + wb * mirror[b] + wc * mirror[c];
        pixels[at] =
            clamp((((colour >> 16) & 255) * s + m) * tr) << 16
                | clamp((((colour >> 8) & 255) * s + m) * tg) << 8
                | clamp(((colour & 255) * s + m) * tb);
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

  private void tighten() {
    int left = W;
    int right = -1;
    int top = H;
    int bottom = -1;
    for (int y = 0; y < H; y++) {
      int row = y * W;
      int first = 0;
      while (first < W && depths[row + first] == Float.POSITIVE_INFINITY) {
        first++;
      }
      if (first == W) {
        continue;
      }
      int last = W - 1;
      while (depths[row + last] == Float.POSITIVE_INFINITY) {
        last--;
      }
      left = Math.min(left, first);
      right = Math.max(right, last);
      top = Math.min(top, y);
      bottom = y;
    }
    bounds =
        right < 0 ? new Rectangle() : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  /** Lays what was drawn over a picture of blue, green, red bytes, with soft outlines. */
  void layOver(byte[] frame) {
    for (int y = bounds.y; y < bounds.y + bounds.height; y++) {
      for (int x = bounds.x; x < bounds.x + bounds.width; x++) {
        int at = y * W + x;
        if (inside(x, y)) {
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
    return drawn(x, y) && drawn(x - 1, y) && drawn(x + 1, y) && drawn(x, y - 1) && drawn(x, y + 1);
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
