package eu.passage.schemas.audit;

import eu.passage.avro.AuditRecord;
import eu.passage.schemas.audit.ChainBreak.Kind;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proves chains link by link; links of several chains may be mixed, those of one come in order. A
 * changed, missing, moved or doubled link is found at once or at the link behind it. That the last
 * links of a chain, or all of it, were taken away no chain can tell: the sealed file does.
 */
public final class ChainVerifier {

  private static final int SHOWN = 12;

  private final SortedMap<String, ChainEnd> ends = new TreeMap<>();

  /**
   * The next link. After a break the chain is followed from that link on, so that one change is
   * told once.
   */
  public Optional<ChainBreak> check(AuditRecord link) {
    ChainEnd end = ends.getOrDefault(link.getChain(), ChainEnd.start(link.getChain()));
    ends.put(link.getChain(), ChainEnd.after(link));
    long place = link.getPlace();
    String hash = ChainEnd.hashOf(link);
    if (!hash.equals(link.getHash())) {
      return broken(
          link,
          Kind.HASH,
          "its hash is not that of what it says: it was changed (it bears %s, what it says gives %s)"
              .formatted(brief(link.getHash()), brief(hash)));
    }
    if (place > end.next()) {
      return broken(
          link,
          Kind.GAP,
          "%s missing before it: place %d was expected here"
              .formatted(
                  place - end.next() == 1 ? "1 link is" : place - end.next() + " links are",
                  end.next()));
    }
    if (place < end.next()) {
      return broken(
          link,
          Kind.ORDER,
          "it comes again, or behind place %d: place %d was expected here"
              .formatted(end.next() - 1, end.next()));
    }
    if (!link.getBefore().equals(end.hash())) {
      return broken(
          link,
          Kind.BEFORE,
          ("the link before it is not the one that it was written after"
                  + " (it names %s, there stands %s)")
              .formatted(brief(link.getBefore()), brief(end.hash())));
    }
    return Optional.empty();
  }

  /** Where each chain stands, by name. */
  public SortedMap<String, ChainEnd> ends() {
    return Collections.unmodifiableSortedMap(ends);
  }

  /** Enough of a hash to find it by, followed by an ellipsis. */
  public static String brief(String hash) {
    return hash.length() > SHOWN ? hash.substring(0, SHOWN) + "…" : hash;
  }

  private static Optional<ChainBreak> broken(AuditRecord link, Kind kind, String detail) {
    return Optional.of(new ChainBreak(link.getChain(), link.getPlace(), kind, detail));
  }
}
