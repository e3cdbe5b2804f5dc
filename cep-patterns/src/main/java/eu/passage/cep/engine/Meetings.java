package eu.passage.cep.engine;

import eu.passage.cep.facts.PassageFacts;
import eu.passage.cep.facts.SubjectKey;
import eu.passage.cep.history.Company;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Who was at a camera together.
 *
 * @param <T> what stands for a passage
 */
public final class Meetings<T> {

  /** Of more vehicles around one, in a jam, the nearest in time are taken. */
  public static final int MOST_NEIGHBOURS = 24;

  private final Company company;
  private final Function<T, PassageFacts> facts;
  private final List<List<T>> found = new ArrayList<>();

  private Meetings(Company company, Function<T, PassageFacts> facts) {
    this.company = company;
    this.facts = facts;
  }

  /**
   * The sets of vehicles of the wanted size that one passage makes with others at its camera, each
   * in the order of time.
   *
   * @param others any passages at the camera, not the one itself
   */
  public static <T> List<List<T>> of(
      T passage, List<T> others, Company company, Function<T, PassageFacts> facts) {
    Meetings<T> meetings = new Meetings<>(company, facts);
    long at = facts.apply(passage).at();
    List<T> near =
        others.stream()
            .filter(other -> meetings.meet(other, passage))
            .sorted(Comparator.comparingLong(other -> Math.abs(facts.apply(other).at() - at)))
            .limit(MOST_NEIGHBOURS)
            .toList();
    meetings.choose(near, 0, List.of(passage));
    return meetings.found;
  }

  /** The key of a set of vehicles; it depends on what was looked for. */
  public static long key(Company company, Stream<PassageFacts> members) {
    long[] vehicles = members.mapToLong(PassageFacts::vehicle).sorted().toArray();
    return SubjectKey.together(
        LongStream.concat(LongStream.of(company.gapMillis()), LongStream.of(vehicles)).toArray());
  }

  /** Fills up from the neighbours, each set once. */
  private void choose(List<T> near, int from, List<T> chosen) {
    if (chosen.size() == company.vehicles()) {
      found.add(chosen.stream().sorted(Comparator.comparing(facts, PassageFacts.ORDER)).toList());
      return;
    }
    for (int i = from; i < near.size(); i++) {
      T next = near.get(i);
      if (chosen.stream().allMatch(other -> meet(next, other))) {
        choose(near, i + 1, Stream.concat(chosen.stream(), Stream.of(next)).toList());
      }
    }
  }

  private boolean meet(T a, T b) {
    PassageFacts one = facts.apply(a);
    PassageFacts other = facts.apply(b);
    return Math.abs(one.at() - other.at()) < company.gapMillis()
        && one.vehicle() != other.vehicle();
  }
}
