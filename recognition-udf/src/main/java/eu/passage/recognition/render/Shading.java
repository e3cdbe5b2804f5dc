package eu.passage.recognition.render;

/** How bright a point of a surface looks, and how much of the surroundings it mirrors. */
final class Shading {

  private final View view;
  private final Light light;

  Shading(View view, Light light) {
    this.view = view;
    this.light = light;
  }

  /**
   * Writes the factor for the skin's colour and the light added to it (0 to 255) to {@code out}.
   */
  void at(double[] world, double[] normal, double gloss, double retro, double[] out) {
    double vx = view.cameraX() - world[0];
    double vy = -world[1];
    double vz = view.height() - world[2];
    double length = Math.sqrt(vx * vx + vy * vy + vz * vz);
    vx /= length;
    vy /= length;
    vz /= length;
    double facing = vx * normal[0] + vy * normal[1] + vz * normal[2];
    double flip = facing < 0 ? -1 : 1;
    facing = Math.abs(facing);
    double nx = flip * normal[0];
    double ny = flip * normal[1];
    double nz = flip * normal[2];
    double[] sun = light.sun();
    double diffuse = Math.max(0, nx * sun[0] + ny * sun[1] + nz * sun[2]);
    // less sky is seen low down, between the wheels and the road
    double open = 0.72 + 0.28 * Math.min(1, world[2] / 1.1);
    double shade = light.ambient() * (0.62 + 0.38 * nz) * open + light.direct() * diffuse;
    double back = light.retro() * (0.12 * facing + retro);
    // the mirrored direction: sky above, road and hedges below
    double rx = 2 * facing * nx - vx;
    double ry = 2 * facing * ny - vy;
    double rz = 2 * facing * nz - vz;
    double fresnel = 0.04 + 0.96 * Math.pow(1 - facing, 5);
    double up = Math.max(0, Math.min(1, 0.5 + rz * 3));
    double sky = light.sky() * (0.18 + 0.82 * up);
    double glint = Math.max(0, rx * sun[0] + ry * sun[1] + rz * sun[2]);
    double spot = light.direct() * 230 * Math.pow(glint, 60);
    out[0] = shade + back;
    out[1] = gloss * (sky * (0.06 + fresnel * 0.8) + spot);
  }
}
