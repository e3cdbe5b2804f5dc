package eu.passage.recognition;

/** The steps from an encoded picture to sightings, as they are timed. */
public enum Stage {
  /** Fetching what travels by reference, checking and decoding. */
  DECODE,
  /** Finding plates and vehicles. */
  DETECT,
  /** Reading the plates found. */
  READ,
  /** Telling type and colour of the vehicles found. */
  CLASSIFY
}
