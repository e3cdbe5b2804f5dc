package eu.passage.jobs.endure;

import java.util.List;

/** The charging points, as {@code own.yaml} names them and {@code tariffs.yaml} charges there. */
enum Point {
  RING_1(Levy.RING, 1),
  RING_2(Levy.RING, 1),
  RING_3(Levy.RING, 1),
  RING_4(Levy.RING, 1),
  RING_5(Levy.RING, 2),
  BRIDGE_1(Levy.BRIDGE, 1),
  BRIDGE_2(Levy.BRIDGE, 2),
  LANE_1(Levy.NONE, 1);

  /** What is owed there. */
  enum Levy {
    /** By Euro class, up to so much a day. */
    RING,
    /** The same for all. */
    BRIDGE,
    NONE
  }

  static final List<Point> ALL = List.of(values());

  private final Levy levy;
  private final int cameras;

  Point(Levy levy, int cameras) {
    this.levy = levy;
    this.cameras = cameras;
  }

  Levy levy() {
    return levy;
  }

  /** Whether one camera sees the fronts of trucks and another the rears. */
  boolean seesBothEnds() {
    return cameras == 2;
  }

  String id() {
    return name().replace('_', '-');
  }

  String camera(End end) {
    return seesBothEnds() && end == End.REAR ? id() + "-REAR" : id();
  }
}
