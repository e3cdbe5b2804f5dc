package eu.passage.cep.watch;

import eu.passage.cep.history.SubjectHistory;
import eu.passage.cep.watch.Watchlist.Seen;
import java.util.List;

/**
 * What else was seen that may be the vehicle listed.
 *
 * @param history of the vehicle listed
 * @param doubtful passages of a short while that may be its, and are in its history or in another
 *     one's; may hold the very passage that is looked at
 */
public record OtherReads(SubjectHistory history, List<Seen> doubtful) {

  public OtherReads {
    doubtful = List.copyOf(doubtful);
  }
}
