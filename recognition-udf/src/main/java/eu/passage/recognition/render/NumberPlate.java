package eu.passage.recognition.render;

/**
 * A plate as issued.
 *
 * @param country ISO 3166-1 alpha-2
 * @param series id of the layout in series.json
 * @param text normal form: upper case, no separators
 */
public record NumberPlate(String country, String series, String text) {}
