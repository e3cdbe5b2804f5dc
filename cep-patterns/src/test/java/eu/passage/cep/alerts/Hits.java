package eu.passage.cep.alerts;

import static eu.passage.cep.Samples.local;

import eu.passage.avro.Agreement;
import eu.passage.avro.Alert;
import eu.passage.avro.CameraReading;
import eu.passage.avro.Passage;
import eu.passage.avro.WatchAction;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.Samples;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.cep.roads.RoadSettings;
import eu.passage.cep.rules.Estaimpuis;
import eu.passage.cep.watch.Agreements;
import eu.passage.cep.watch.EntryPlates;
import eu.passage.cep.watch.ListAge;
import eu.passage.cep.watch.Sighting;
import eu.passage.cep.watch.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Vehicles of the watchlist that passed, for tests. */
final class Hits {

  static final Instant NOW = local("2026-03-13T05:10");

  private static final RoadGraph ROADS =
      new RoadGraph(Estaimpuis.CAMERAS, RoadSettings.shippedFor(Estaimpuis.CAMERAS));

  private static final Agreements UNTOLD =
      new Agreements(Agreement.UNKNOWN, Agreement.UNKNOWN, Agreement.UNKNOWN);

  private Hits() {}

  /** In the night of 13 March, twelve days after the entry was made. */
  static Passage passage(String plate, String crossing) {
    Passage passage = Samples.passage("2026-03-13T02:10", plate, crossing, "EST-1");
    passage.setCamera(CameraReading.newBuilder().setSpeed(20f).build());
    return passage;
  }

  static WatchEntry entry(String plate, WatchAction action) {
    WatchEntry entry = Samples.entry("W-1", plate, "2026-03-01T00:00", "2026-04-01T00:00");
    entry.setAction(action);
    return entry;
  }

  static Alert alert(Passage passage, WatchEntry entry, Tier tier) {
    return write(sighting(passage, entry, tier, false));
  }

  static Alert earlier(Passage passage, WatchEntry entry) {
    return write(sighting(passage, entry, Tier.A, true));
  }

  private static Sighting sighting(Passage passage, WatchEntry entry, Tier tier, boolean earlier) {
    String read = passage.getPlate().getText();
    List<Integer> differs = new ArrayList<>();
    if (EntryPlates.isExact(entry.getPlate()) && read.length() == entry.getPlate().length()) {
      for (int i = 0; i < read.length(); i++) {
        if (read.charAt(i) != entry.getPlate().charAt(i)) {
          differs.add(i);
        }
      }
    }
    return new Sighting(passage, entry, tier, true, earlier, UNTOLD, differs, null);
  }

  private static Alert write(Sighting sighting) {
    return new WatchAlertWriter(ROADS).of(sighting, ListAge.of(sighting.entry()), NOW);
  }
}
