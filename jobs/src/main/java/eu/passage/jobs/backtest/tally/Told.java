package eu.passage.jobs.backtest.tally;

import eu.passage.cep.RuleAlert;
import eu.passage.cep.facts.CountryCode;
import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.PlateCode;
import java.util.List;
import java.util.stream.Collectors;

/** What people ask of an alert. */
public final class Told {

  private Told() {}

  /** The passage that closed it; of an absence, the last one before. */
  public static PassageFacts closing(RuleAlert alert) {
    List<PassageFacts> passages = alert.passages();
    return passages.get(passages.size() - 1);
  }

  /** Whom it is about: country and plate, of vehicles together all of them in order. */
  public static String subject(RuleAlert alert) {
    List<PassageFacts> passages = alert.passages();
    String first = vehicle(passages.get(0));
    if (passages.stream().allMatch(p -> p.plate() == passages.get(0).plate())) {
      return first;
    }
    return passages.stream()
        .collect(Collectors.toMap(PassageFacts::vehicle, Told::vehicle, (a, b) -> b))
        .values()
        .stream()
        .sorted()
        .collect(Collectors.joining(" + "));
  }

  /** Such as {@code BE 1ABC234}. */
  public static String vehicle(PassageFacts passage) {
    String country = CountryCode.text(passage.country());
    return (country == null ? "??" : country) + " " + PlateCode.text(passage.plate());
  }
}
