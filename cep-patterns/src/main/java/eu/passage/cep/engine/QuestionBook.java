package eu.passage.cep.engine;

import eu.passage.cep.model.Distinct;
import eu.passage.cep.model.Predicate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of an engine ask, each question once: rules that differ only in their numbers
 * share the answers.
 */
final class QuestionBook {

  /** A list belongs to its rule: equal texts may mean different lists. */
  private static final String LIST = "list(";

  private record QuestionKey(String text, Class<?> author) {}

  private record CountKey(Question of, @Nullable Distinct distinct) {}

  private record OpeningKey(Question first, Question last) {}

  private final Map<QuestionKey, Question> questions = new HashMap<>();
  private final Map<CountKey, CountScan> counts = new HashMap<>();
  private final Map<OpeningKey, OpeningScan> openings = new HashMap<>();
  private final Map<OpeningKey, AbsenceScan> absences = new HashMap<>();
  private final DistinctValues values;

  QuestionBook(DistinctValues values) {
    this.values = values;
  }

  /** The same object for predicates that ask the same: at most about the first step. */
  Question question(Predicate predicate) {
    boolean own =
        predicate.text().contains(LIST) || predicate.asks().stream().anyMatch(step -> step > 0);
    if (own) {
      return new Question(predicate);
    }
    return questions.computeIfAbsent(
        new QuestionKey(predicate.text(), predicate.condition().getClass()),
        key -> new Question(predicate));
  }

  CountScan count(Question of, @Nullable Distinct distinct) {
    return counts.computeIfAbsent(
        new CountKey(of, distinct), key -> new CountScan(of, values.of(distinct)));
  }

  AbsenceScan absence(Question first, Question absent) {
    return absences.computeIfAbsent(
        new OpeningKey(first, absent), key -> new AbsenceScan(first, absent));
  }

  OpeningScan opening(Question first, Question last) {
    return openings.computeIfAbsent(
        new OpeningKey(first, last), key -> new OpeningScan(first, last));
  }
}
