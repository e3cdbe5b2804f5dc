package eu.passage.cep.roads;

import java.io.Serializable;

/**
 * Where roads meet and nothing reads plates; it keeps the graph small and is never told to anyone.
 *
 * @param id unlike every other place's
 * @param country ISO 3166-1 alpha-2
 */
public record Junction(String id, String country) implements Serializable {}
