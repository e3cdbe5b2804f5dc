package eu.passage.cep.facts;

/** Distances as the crow flies. */
public final class GreatCircle {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  private GreatCircle() {}

  /** Kilometres between two points, in degrees of WGS 84: no road between them is shorter. */
  public static double kilometres(
      double latitude, double longitude, double otherLatitude, double otherLongitude) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(otherLatitude);
    double dPhi = phi2 - phi1;
    double dLambda = Math.toRadians(otherLongitude - longitude);
    double h =
        square(Math.sin(dPhi / 2))
            + Math.cos(phi1) * Math.cos(phi2) * square(Math.sin(dLambda / 2));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
  }

  private static double square(double x) {
    return x * x;
  }
}
