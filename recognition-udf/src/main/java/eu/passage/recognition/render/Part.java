package eu.passage.recognition.render;

/** A piece of a vehicle's surface: a grid of points with normals and places on its skin. */
final class Part {

  /**
   * Where a point of the grid is: writes x, y, z in metres of the vehicle and u, v in metres of the
   * skin.
   */
  @FunctionalInterface
  interface Surface {
    void at(double row, double column, double[] out);
  }

  final int rows;
  final int columns;
  final float[] xyz;
  final float[] normals;
  final float[] skinColumns;
  final float[] skinRows;
  final Skin skin;

  /** How much of the surroundings it mirrors: 0 rubber, 1 polished paint. */
  final float gloss;

  /** How much light it sends back to where it came from: 0 paint, 1 a plate's sheeting. */
  final float retro;

  private Part(int rows, int columns, Skin skin, double gloss, double retro) {
    this.rows = rows;
    this.columns = columns;
    this.skin = skin;
    this.gloss = (float) gloss;
    this.retro = (float) retro;
    int n = (rows + 1) * (columns + 1);
    xyz = new float[3 * n];
    normals = new float[3 * n];
    skinColumns = new float[n];
    skinRows = new float[n];
  }

  /** A grid of rows x columns cells; the surface is asked with both parameters from 0 to 1. */
  static Part grid(int rows, int columns, Surface surface, Skin skin, double gloss) {
    return grid(rows, columns, surface, skin, gloss, 0);
  }

  static Part grid(int rows, int columns, Surface surface, Skin skin, double gloss, double retro) {
    Part part = new Part(rows, columns, skin, gloss, retro);
    double[] p = new double[5];
    for (int i = 0, n = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++, n++) {
        surface.at((double) i / rows, (double) j / columns, p);
        part.xyz[3 * n] = (float) p[0];
        part.xyz[3 * n + 1] = (float) p[1];
        part.xyz[3 * n + 2] = (float) p[2];
        part.skinColumns[n] = skin.column(p[3]);
        part.skinRows[n] = skin.row(p[4]);
      }
    }
    part.setNormals();
    return part;
  }

  /** The sum of the cells' normals around each point, as long as 1. */
  private void setNormals() {
    int stride = columns + 1;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int a = i * stride + j;
        addNormal(a, a + stride + 1, a + 1, a + stride, a, a + 1, a + stride, a + stride + 1);
      }
    }
    for (int n = 0; n < normals.length; n += 3) {
      float length =
          (float)
              Math.sqrt(
                  normals[n] * normals[n]
                      + normals[n + 1] * normals[n + 1]
                      + normals[n + 2] * normals[n + 2]);
      float scale = 1 / Math.max(length, 1e-9f);
      normals[n] *= scale;
      normals[n + 1] *= scale;
      normals[n + 2] *= scale;
    }
  }

  /** Adds the cross product of the cell's diagonals (a to b, c to d) to its four corners. */
  private void addNormal(int a, int b, int c, int d, int... corners) {
    float ux = xyz[3 * b] - xyz[3 * a];
    float uy = xyz[3 * b + 1] - xyz[3 * a + 1];
    float uz = xyz[3 * b + 2] - xyz[3 * a + 2];
    float vx = xyz[3 * d] - xyz[3 * c];
    float vy = xyz[3 * d + 1] - xyz[3 * c + 1];
    float vz = xyz[3 * d + 2] - xyz[3 * c + 2];
    for (int corner : corners) {
      normals[3 * corner] += uy * vz - uz * vy;
      normals[3 * corner + 1] += uz * vx - ux * vz;
      normals[3 * corner + 2] += ux * vy - uy * vx;
    }
  }
}
