package eu.passage.jobs.bench.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.passage.avro.MatchTier;
import eu.passage.jobs.bench.Target;
import eu.passage.jobs.bench.watch.PlainMatching.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A month against a list.
 *
 * @param basis what the reader's errors rest on
 * @param sure tiers A and B together
 * @param listed passages of listed vehicles
 * @param exact those of them that were read as they are listed
 * @param missed those of the exact ones that nobody was told of
 * @param misread passages whose text is wrong
 */
record MonthReport(
    WatchMonth month,
    String basis,
    Map<MatchTier, MonthScore> tiers,
    MonthScore sure,
    Map<Way, MonthScore> plain,
    long listed,
    long exact,
    long missed,
    long misread) {

  /** A tier's false ones, 0 to 1, at most. */
  private static final double SURE_FALSE = 0.05;

  private static final double REVIEW_FALSE = 0.30;

  private double review() {
    MonthScore review = tiers.get(MatchTier.C);
    return review == null ? 0 : review.falseShare();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d passages in %d days, %,d of them misread (%.2f %%; %s); a list of %,d",
            month.passages(),
            month.days(),
            misread,
            100.0 * misread / month.passages(),
            basis,
            month.listed().size()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d passages of listed vehicles, %,d read as listed, %,d of these missed",
            listed,
            exact,
            missed));
    lines.add("");
    lines.add(MonthScore.head());
    tiers.values().forEach(score -> lines.add(score.line(month.days(), listed)));
    plain.values().forEach(score -> lines.add(score.line(month.days(), listed)));
    return lines;
  }

  List<Target> targets() {
    return List.of(
        Target.atMost("exact matches missed in a month", missed, 0),
        Target.atMost("of tiers A and B false", sure.falseShare(), SURE_FALSE),
        Target.atMost("of tier C false", review(), REVIEW_FALSE));
  }

  void json(ObjectNode node) {
    node.put("passages", month.passages())
        .put("days", month.days())
        .put("misread", misread)
        .put("basis", basis)
        .put("list", month.listed().size())
        .put("listed", listed)
        .put("exact", exact)
        .put("missed", missed)
        .put("falseShareAB", sure.falseShare())
        .put("falseShareC", review());
    var scores = node.putArray("matching");
    tiers.values().forEach(score -> score.json(scores.addObject(), listed));
    plain.values().forEach(score -> score.json(scores.addObject(), listed));
  }
}
