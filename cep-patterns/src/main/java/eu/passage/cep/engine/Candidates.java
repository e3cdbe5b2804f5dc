package eu.passage.cep.engine;

import eu.passage.cep.facts.CameraTable;
import eu.passage.cep.facts.LocalClock;
import eu.passage.cep.history.Company;
import eu.passage.cep.model.Together;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs that a passage may concern, one after the other: those about its kind of subject
 * that the index lets through and whose {@link Precondition} holds. Reused from passage to passage.
 */
final class Candidates {

  /** Programs with one precondition. */
  private record Group(Precondition precondition, long[] members) {}

  private final Program[] programs;
  private final RuleIndex index;
  private final List<Group> groups;
  private final long[] single;
  private final Map<Company, long[]> together = new HashMap<>();
  private final long[] none;
  private final long[] left;
  private int word;

  Candidates(List<Program> programs, CameraTable cameras, LocalClock clock) {
    this.programs = programs.toArray(Program[]::new);
    index = new RuleIndex(programs.stream().map(Program::facets).toList(), cameras, clock);
    left = new long[index.words()];
    none = new long[index.words()];
    single = bits(Candidates::asksOneVehicle);
    programs.stream()
        .filter(program -> !asksOneVehicle(program))
        .map(Candidates::company)
        .distinct()
        .forEach(
            company ->
                together.put(company, bits(p -> !asksOneVehicle(p) && company(p).equals(company))));
    groups =
        programs.stream()
            .map(Program::precondition)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(p -> p, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(shared -> shared.getValue() > 1)
            .map(
                shared ->
                    new Group(shared.getKey(), bits(p -> p.precondition() == shared.getKey())))
            .toList();
  }

  /** A rule about vehicles together asks one of them only whether it can have a share. */
  private static boolean asksOneVehicle(Program program) {
    return program.active().rule().together() == null || program instanceof TogetherProbe;
  }

  private static Company company(Program program) {
    Together wanted = Objects.requireNonNull(program.active().rule().together());
    return new Company(wanted.vehicles(), (int) wanted.gap().toMillis());
  }

  /** All programs. */
  Stream<Program> all() {
    return Arrays.stream(programs);
  }

  /** Turns to the passage of an inquiry. */
  void of(Inquiry inquiry) {
    index.candidates(inquiry.closing(), left);
    keep(about(inquiry.history().company()));
    for (Group group : groups) {
      if (anyLeft(group.members) && !holds(group.precondition, inquiry)) {
        remove(group.members);
      }
    }
    word = 0;
  }

  /** The next program, or null. */
  @Nullable Program next() {
    while (word < left.length) {
      long bits = left[word];
      if (bits != 0) {
        left[word] = bits & (bits - 1);
        return programs[word * Long.SIZE + Long.numberOfTrailingZeros(bits)];
      }
      word++;
    }
    return null;
  }

  private long[] about(@Nullable Company company) {
    return company == null ? single : together.getOrDefault(company, none);
  }

  /** What cannot be answered is no reason to pass over a rule: asked by itself it will fail. */
  private static boolean holds(Precondition precondition, Inquiry inquiry) {
    try {
      inquiry.nextRule();
      return precondition.holds(inquiry);
    } catch (RuntimeException e) {
      return true;
    }
  }

  private boolean anyLeft(long[] set) {
    for (int i = 0; i < left.length; i++) {
      if ((left[i] & set[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  private void keep(long[] set) {
    for (int i = 0; i < left.length; i++) {
      left[i] &= set[i];
    }
  }

  private void remove(long[] set) {
    for (int i = 0; i < left.length; i++) {
      left[i] &= ~set[i];
    }
  }

  private long[] bits(Predicate<Program> contains) {
    long[] bits = new long[index.words()];
    for (int i = 0; i < programs.length; i++) {
      if (contains.test(programs[i])) {
        bits[i / Long.SIZE] |= 1L << i;
      }
    }
    return bits;
  }
}
