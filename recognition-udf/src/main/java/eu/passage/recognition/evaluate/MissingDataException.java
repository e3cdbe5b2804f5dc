package eu.passage.recognition.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data folder lacks what was to be looked at: which parts, and for what. */
public final class MissingDataException extends IOException {

  private static final long serialVersionUID = 1L;

  private MissingDataException(String message) {
    super(message);
  }

  /**
   * Checks that all is there before anything is measured.
   *
   * @throws MissingDataException naming everything that is not
   */
  public static void check(Path data, List<? extends EvaluationSet> sets)
      throws MissingDataException {
    StringBuilder missing = new StringBuilder();
    for (EvaluationSet set : sets) {
      for (String need : set.needs()) {
        if (!Files.exists(data.resolve(need))) {
          missing.append("%n  %s, for %s".formatted(data.resolve(need), set.name()));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingDataException(
          "the data folder is incomplete; name another by --data, or leave sets out by --only. Missing:"
              + missing);
    }
  }
}
