package eu.passage.jobs.demo;

/**
 * A plate as it was read in photographs.
 *
 * @param text normal form, as read most surely
 * @param country ISO 3166-1 alpha-2, or empty where nothing spoke for one
 * @param confidence of the surest reading, 0 to 1
 * @param frames how many frames show it
 */
record ReadPlate(String text, String country, float confidence, int frames) {}
