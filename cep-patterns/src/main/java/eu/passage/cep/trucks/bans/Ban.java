package eu.passage.cep.trucks.bans;

import eu.passage.cep.wording.Wording;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a ban. It is never changed once it was in force: another rule is a new version
 * that begins where this one ends.
 *
 * @param title what is forbidden, in the ban's language; part of every event's sentence
 * @param language of the sentences, ISO 639-1
 * @param validFrom the first local day on which it holds
 * @param validTo the first local day on which it no longer holds; {@link LocalDate#MAX} for good
 */
public record Ban(
    String id,
    String version,
    String title,
    String language,
    LocalDate validFrom,
    LocalDate validTo,
    Restriction restriction,
    List<Exemption> exemptions)
    implements Serializable {

  public Ban {
    exemptions = List.copyOf(exemptions);
  }

  /** Whether it holds on the day of a passage and for that vehicle. */
  boolean holdsFor(Sighting passage) {
    LocalDate day = LocalDate.ofInstant(passage.at(), Wording.ZONE);
    return !day.isBefore(validFrom)
        && day.isBefore(validTo)
        && exemptions.stream().noneMatch(one -> one.covers(passage, day));
  }

  /** Whether both are of one ban and hold on one day at least. */
  boolean overlaps(Ban other) {
    return id.equals(other.id)
        && validFrom.isBefore(other.validTo)
        && other.validFrom.isBefore(validTo);
  }
}
