package eu.passage.cep.wording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A time as it is said.
 *
 * @param local of Brussels and Paris
 * @param withDay whether the day must be said too
 */
record Moment(ZonedDateTime local, boolean withDay) {

  static ZonedDateTime local(long epochMilli) {
    return Instant.ofEpochMilli(epochMilli).atZone(Wording.ZONE);
  }

  LocalDate day() {
    return local.toLocalDate();
  }

  /**
   * Whether it is summer time, in the hour that the night of the change of clocks has twice; empty
   * at all other times, since nobody asks then.
   */
  Optional<Boolean> summerTime() {
    var rules = Wording.ZONE.getRules();
    return rules.getValidOffsets(local.toLocalDateTime()).size() > 1
        ? Optional.of(rules.isDaylightSavings(local.toInstant()))
        : Optional.empty();
  }
}
