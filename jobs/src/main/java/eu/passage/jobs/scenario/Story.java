package eu.passage.jobs.scenario;

/** Why a vehicle of the scenario passes. */
public enum Story {
  /** Passes once and is never seen again. */
  ONCE_ONLY,
  /** Lives in one country and works in the other: out in the morning, back in the evening. */
  COMMUTER,
  /** A truck that delivers in Belgium and is back within hours. */
  TRUCK_ROUND,
  /** A truck that is seen leaving Belgium only. */
  TRUCK_LEAVES,
  /** A truck that enters Belgium and is not seen to leave. */
  TRUCK_STAYS,
  /** A line bus. */
  BUS,
  MOTORCYCLE,
  /** A vehicle on the watchlist. */
  WATCHED,
  /** A wanted car that is seen inland and then leaves; only where there is a camera inland. */
  WANTED_BY_NIGHT,
  /** A vehicle whose watch entry has expired. */
  ONCE_WATCHED,
  /** Into Belgium by night and gone again within 90 minutes at another camera. */
  NIGHT_DASH,
  /** Into Belgium and out again by night, but at the same camera. */
  NIGHT_WORKER,
  /** Six crossings and more within a day. */
  SHUTTLE,
  /** Five crossings a day. */
  BUSY_DRIVER,
  /** One of two vehicles that travel together. */
  PAIR
}
