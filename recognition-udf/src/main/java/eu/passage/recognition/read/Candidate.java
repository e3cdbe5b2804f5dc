package eu.passage.recognition.read;

import java.util.List;

/**
 * A text that a net may have seen, up to characters that look alike.
 *
 * @param symbols the text in merged classes, as {@link CtcBeams.Beam#symbols}
 * @param probability by the looks alone
 * @param spellings its spellings, best first; they share its probability
 */
record Candidate(String symbols, double probability, List<Spelling> spellings) {}
