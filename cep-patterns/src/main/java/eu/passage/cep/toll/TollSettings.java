package eu.passage.cep.toll;

import java.io.Serializable;

/**
 * How truck passages become toll events.
 *
 * @param originator who runs the charging points, as in {@code tollEvent.originator}
 * @param minClassConfidence a passage less surely of a truck gives no event
 * @param provisional plate and class at least this sure: PROVISIONAL, below it REVIEW
 * @param finalAt plate and class at least this sure: FINAL
 * @param tariffs what is owed where
 */
public record TollSettings(
    String originator,
    float minClassConfidence,
    float provisional,
    float finalAt,
    TariffTable tariffs)
    implements Serializable {

  /** With the shipped tariffs. */
  public static TollSettings defaults() {
    return new TollSettings("passage-estaimpuis", 0.5f, 0.7f, 0.9f, TariffTable.shipped());
  }

  public TollSettings {
    if (!(minClassConfidence <= provisional && provisional <= finalAt && finalAt <= 1)) {
      throw new IllegalArgumentException(
          "expected minClassConfidence <= provisional <= finalAt <= 1, got %s, %s, %s"
              .formatted(minClassConfidence, provisional, finalAt));
    }
  }
}
