package eu.passage.cep.nfa;

import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.pattern.Pattern;

/** A pattern made ready to run by {@link NfaMatcher}. It holds no trace of past runs. */
public final class CompiledPattern<T> {

  private final NFA<T> nfa;

  private CompiledPattern(NFA<T> nfa) {
    this.nfa = nfa;
  }

  /**
   * Compiles a pattern of flink-cep's public API. Timed-out partial matches are not reported, but a
   * pattern that ends with {@code notFollowedBy} completes when its time is up.
   *
   * @throws org.apache.flink.cep.pattern.MalformedPatternException when the pattern contradicts
   *     itself
   */
  public static <T> CompiledPattern<T> of(Pattern<T, ?> pattern) {
    return new CompiledPattern<>(NFACompiler.compileFactory(pattern, false).createNFA());
  }

  NFA<T> nfa() {
    return nfa;
  }
}
