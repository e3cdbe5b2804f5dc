package eu.passage.cep.watch;

import eu.passage.avro.Passage;
import eu.passage.avro.WatchEntry;
import eu.passage.cep.facts.NameCode;
import eu.passage.cep.facts.PlateCode;
import eu.passage.cep.history.SubjectHistory;
import eu.passage.schemas.plates.Confusions;
import eu.passage.schemas.plates.PlateSyntax;
import java.util.stream.IntStream;

/** The tier of a passage against an entry of the same vehicle key. */
final class Tiers {

  private Tiers() {}

  static Tier of(
      Passage passage, WatchEntry entry, SubjectHistory history, WatchSettings settings) {
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
      if (Confusions.across(a, b) > 0) {
        settled++;
      } else if (Confusions.within(a, b) > 0) {
        withinClass++;
      } else {
        return Tier.D;
      }
    }
    if (withinClass == 0) {
      if (passage.getPlate().getConfidence() < settings.goodConfidence()) {
        return Tier.C;
      }
      if (settled == 0) {
        return Tier.A;
      }
      return settles(read, entry) ? Tier.B : Tier.C;
    }
    return withinClass == 1 && confirmedElsewhere(passage, listed, history) ? Tier.C : Tier.D;
  }

  /** The likeliest plate of its country behind the read is the one listed. */
  private static boolean settles(String read, WatchEntry entry) {
    return PlateSyntax.shipped().settle(read).stream()
        .filter(candidate -> candidate.country().equals(entry.getCountry()))
        .findFirst()
        .filter(candidate -> candidate.text().equals(entry.getPlate()))
        .isPresent();
  }

  private static boolean confirmedElsewhere(
      Passage passage, String listed, SubjectHistory history) {
    int camera = NameCode.of(passage.getCameraId());
    long plate = PlateCode.of(listed);
    return IntStream.range(0, history.size())
        .mapToObj(history::get)
        .anyMatch(p -> p.camera() != camera && p.plate() == plate);
  }
}
