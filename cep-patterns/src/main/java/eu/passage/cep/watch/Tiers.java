package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.fusion.Lookalikes;
import eu.passage.cep.history.VehicleHistory;

/** The tier of a passage against an entry of the same vehicle key. */
final class Tiers {

  private Tiers() {}

  static Tier of(
      Passage passage, WatchEntry entry, VehicleHistory history, WatchSettings settings) {
    String read = passage.getPlate().getText();
    String listed = entry.getPlate();
    if (!entry.getCountry().equals(passage.getPlate().getCountry())
        || read.length() != listed.length()) {
      return Tier.D;
    }
    int settled = 0;
    int withinClass = 0;
    for (int i = 0; i < read.length(); i++) {
      char a = read.charAt(i);
      char b = listed.charAt(i);
      if (a == b) {
        continue;
      }
      if (Lookalikes.acrossClasses(a, b)) {
        settled++;
      } else if (Lookalikes.withinClass(a, b)) {
        withinClass++;
      } else {
        return Tier.D;
      }
    }
    if (withinClass == 0) {
      boolean sure = passage.getPlate().getConfidence() >= settings.goodConfidence();
      return sure ? (settled == 0 ? Tier.A : Tier.B) : Tier.C;
    }
    return withinClass == 1 && confirmedElsewhere(passage, listed, history) ? Tier.C : Tier.D;
  }

  private static boolean confirmedElsewhere(
      Passage passage, String listed, VehicleHistory history) {
    return history.passages().stream()
        .anyMatch(
            p ->
                !p.getCameraId().equals(passage.getCameraId())
                    && p.getPlate().getText().equals(listed));
  }
}
