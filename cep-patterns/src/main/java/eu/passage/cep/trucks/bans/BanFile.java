package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataFile;
import eu.passage.cep.language.RuleException;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bans as communes write them: YAML, one document for each version of a ban.
 *
 * <pre>
 * ban: through-the-villages
 * version: "2026"
 * title: No trucks in transit
 * validFrom: 2026-01-01
 * transit: {country: BE, points: [EST-1, EST-3], within: 20m}
 * </pre>
 */
public final class BanFile {

  private final CameraCatalogue cameras;

  /**
   * @param cameras whose charging points bans may name
   */
  public BanFile(CameraCatalogue cameras) {
    this.cameras = cameras;
  }

  /**
   * Every ban of a file.
   *
   * @param file its name, for faults
   * @throws RuleException that knows all faults of the whole file, in the order of lines
   */
  public List<BanDocument> parse(String file, String text) throws RuleException {
    DataFile source = new DataFile(file, text, "a ban", BanReader.KEYS, "ban: no-transit");
    List<BanDocument> bans = new ArrayList<>();
    for (DataFields fields : source.documents()) {
      Optional<BanDocument> read = new BanReader(file, fields, cameras).read();
      read.ifPresent(
          one -> {
            overlap(one, bans, fields);
            bans.add(one);
          });
    }
    if (!source.faults().isEmpty()) {
      throw new RuleException(source.faults());
    }
    return bans;
  }

  private static void overlap(BanDocument one, List<BanDocument> before, DataFields fields) {
    for (BanDocument other : before) {
      boolean isSameBan = other.ban().id().equals(one.ban().id());
      if (isSameBan && other.ban().version().equals(one.ban().version())) {
        fields.fault(
            "version",
            "Version '%s' of '%s' stands already on line %d."
                .formatted(one.ban().version(), one.ban().id(), other.line()),
            "Events name ban and version: give this one a version of its own.");
      } else if (one.ban().overlaps(other.ban())) {
        fields.fault(
            "validFrom",
            "On some days both this version of '%s' holds and version '%s', on line %d."
                .formatted(one.ban().id(), other.ban().version(), other.line()),
            "End the earlier where the later begins: validTo is the first day on which it no"
                + " longer holds.");
      }
    }
  }
}
