package eu.passage.cep.model;

import eu.passage.cep.facts.PassageFacts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What facets say of one passage: as plainly as can be, for what the index makes of them. */
public final class FacetsCheck {

  private FacetsCheck() {}

  /** Whether a passage may fit. */
  public static boolean allow(Facets facets, PassageFacts passage, int localHour) {
    return (facets.types() >>> passage.typeOrdinal() & 1) != 0
        && (facets.colours() >>> passage.colourOrdinal() & 1) != 0
        && (facets.hours() >>> localHour & 1) != 0
        && (facets.crossing() >>> (passage.crossing() ? 1 : 0) & 1) != 0
        && allows(facets.cameras(), passage.camera())
        && allows(facets.from(), passage.from())
        && allows(facets.to(), passage.to())
        && allows(facets.countries(), passage.country())
        && allows(facets.plates(), passage.plate());
  }

  private static <T> boolean allows(@Nullable Set<T> set, T value) {
    return set == null || set.contains(value);
  }
}
