package eu.passage.schemas.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.schemas.ids.Ids;

/**
 * Where a chain stands: all that its writer has to keep to go on with it.
 *
 * @param chain its name
 * @param next the place of the link to come, from 0
 * @param hash of the last link; of an empty chain 64 zeros
 */
public record ChainEnd(String chain, long next, String hash) {

  /** What the first link of every chain names as the hash before it. */
  public static final String NOTHING_BEFORE = "0".repeat(64);

  /** A chain without a link. */
  public static ChainEnd start(String chain) {
    return new ChainEnd(chain, 0, NOTHING_BEFORE);
  }

  /** Where a chain stands with this as its last link. */
  public static ChainEnd after(AuditRecord link) {
    return new ChainEnd(link.getChain(), link.getPlace() + 1, link.getHash());
  }

  /** The link to come. */
  public AuditRecord link(AuditEntry entry) {
    AuditRecord link =
        AuditRecord.newBuilder()
            .setChain(chain)
            .setPlace(next)
            .setAt(entry.at())
            .setActor(entry.actor())
            .setDeed(entry.deed())
            .setSubject(entry.subject())
            .setPurpose(entry.purpose())
            .setCaseNumber(entry.caseNumber())
            .setBasis(entry.basis())
            .setRecipient(entry.recipient())
            .setNote(entry.note())
            .setBefore(hash)
            .setHash("")
            .build();
    link.setHash(hashOf(link));
    return link;
  }

  /**
   * What a link's hash must be: SHA-256 over chain, place, at (milliseconds since 1970), actor,
   * deed, subject, purpose, caseNumber, basis, recipient, note and before, each as UTF-8 behind its
   * length of four bytes; numbers in decimal digits. Fixed for ever.
   */
  static String hashOf(AuditRecord link) {
    return Ids.sha256Hex(
        link.getChain(),
        Long.toString(link.getPlace()),
        Long.toString(link.getAt().toEpochMilli()),
        link.getActor(),
        link.getDeed().name(),
        link.getSubject(),
        link.getPurpose(),
        link.getCaseNumber(),
        link.getBasis(),
        link.getRecipient(),
        link.getNote(),
        link.getBefore());
  }
}
