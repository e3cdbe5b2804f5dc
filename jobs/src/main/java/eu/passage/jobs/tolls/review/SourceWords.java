package eu.passage.jobs.tolls.review;

import eu.passage.avro.InputSource;

/** Who says a fact that an amount rests on, in words. */
public final class SourceWords {

  private SourceWords() {}

  /** Empty where it is not known. */
  public static String of(InputSource source) {
    return switch (source) {
      case ASSUMED -> "assumed, since nobody knows";
      case PASSAGE -> "the passage";
      case SENSOR -> "a sensor";
      case REGISTRY -> "the vehicle registry";
      case TARIFF -> "the tariff";
      case PERSON -> "a person who looked";
      case UNKNOWN -> "";
    };
  }
}
