package eu.passage.cep.toll.files;

import eu.passage.cep.language.DataFields;
import eu.passage.cep.language.DataText;
import eu.passage.cep.toll.tariff.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The ways of a tariff: {@code {from: A8-TOURNAI, to: A8-ATH, within: 2h, km: "27.4"}}. */
final class WaysReader {

  private static final Duration LONGEST = Duration.ofDays(3);

  private final DataFields fields;
  private final List<String> own;
  private final String example;

  /**
   * @param own keys of a way beside its ends and its time; the first must be there
   * @param example of the first
   */
  WaysReader(DataFields fields, List<String> own, String example) {
    this.fields = fields;
    this.own = own;
    this.example = example;
  }

  /** Hands out each way that is right, and what is written of it. */
  void read(BiConsumer<Way, DataFields> each) {
    if (fields.has("at")) {
      fields.fault(
          "at",
          "Ways name their charging points themselves.",
          "Leave 'at' out, or write per: passage.");
    }
    String whole = "- {from: A8-TOURNAI, to: A8-ATH, within: 2h, %s}".formatted(example);
    fields.require("ways", "ways: and below it " + whole);
    List<String> keys = new ArrayList<>(List.of("from", "to", "within"));
    keys.addAll(own);
    Set<String> seen = new HashSet<>();
    for (DataFields part : fields.parts("ways", "a way", keys, whole)) {
      boolean complete = part.require("from", "from: A8-TOURNAI");
      complete &= part.require("to", "to: A8-ATH");
      complete &= part.require("within", "within: 2h");
      complete &= part.require(own.get(0), example);
      Optional<String> from = part.text("from", "from: A8-TOURNAI").map(DataText::value);
      Optional<String> to = part.text("to", "to: A8-ATH").map(DataText::value);
      Optional<Duration> within = part.span("within");
      if (complete && from.isPresent() && to.isPresent() && within.isPresent()) {
        check(part, from.get(), to.get(), within.get(), seen);
        each.accept(new Way(from.get(), to.get(), within.get()), part);
      }
    }
  }

  private static void check(
      DataFields part, String from, String to, Duration within, Set<String> seen) {
    if (from.equals(to)) {
      part.fault("to", "The way ends where it begins.", "A way has two charging points.");
    }
    if (within.compareTo(LONGEST) > 0) {
      part.fault(
          "within",
          "A way takes three days at most, since passages are kept for as long.",
          "Write 72h or less.");
    }
    if (!seen.add(from + "\n" + to)) {
      part.fault(
          "from",
          "The way from '%s' to '%s' stands here for the second time.".formatted(from, to),
          "Keep one of the two.");
    }
  }
}
