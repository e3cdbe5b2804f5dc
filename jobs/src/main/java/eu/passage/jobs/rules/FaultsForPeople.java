package eu.passage.jobs.rules;

import eu.passage.jobs.console.FaultText;
import eu.passage.jobs.console.Plural;
import eu.passage.jobs.console.Style;
import java.util.List;

/** What is wrong with files of rules, as compilers show it. */
final class FaultsForPeople {

  private final Style style;

  FaultsForPeople(Style style) {
    this.style = style;
  }

  /** Every fault with its place, and last how many there are; nothing where all is right. */
  String text(CheckedFiles checked) {
    StringBuilder text = new StringBuilder();
    for (CheckedFile file : checked.files()) {
      file.unreadable().ifPresent(why -> text.append(style.bold(why)).append("\n\n"));
      file.faults().forEach(fault -> text.append(FaultText.forPeople(fault, style)).append("\n\n"));
    }
    return text.isEmpty() ? "" : text + summary(checked.files());
  }

  private static String summary(List<CheckedFile> files) {
    int faults = files.stream().mapToInt(file -> file.faults().size()).sum();
    long unreadable = files.stream().filter(file -> file.unreadable().isPresent()).count();
    long wrong = files.stream().filter(file -> !file.isRight()).count();
    String found =
        faults == 0
            ? Plural.of(unreadable, "file") + " cannot be read"
            : Plural.of(faults, "fault")
                + (unreadable == 0 ? "" : " and " + Plural.of(unreadable, "unreadable file"));
    return files.size() == 1 || faults == 0
        ? found
        : "%s in %d of %s".formatted(found, wrong, Plural.of(files.size(), "file"));
  }
}
