package eu.passage.cep.watch;

import eu.passage.avro.WatchEntry;

/** Which of two versions of an entry holds, whatever topic they come on and in which order. */
public final class EntryVersions {

  private EntryVersions() {}

  /**
   * Whether a version takes the place of another. A person may withdraw a row of a list while a
   * making of the list writes it: both then count up from the same version, and nothing may keep an
   * entry in force that somebody took back.
   */
  public static boolean isNewer(WatchEntry version, WatchEntry than) {
    return version.getVersion() > than.getVersion()
        || (version.getVersion() == than.getVersion()
            && Watchlist.isWithdrawn(version)
            && !Watchlist.isWithdrawn(than));
  }
}
