package eu.passage.cep.language;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What begins each version of a ban or a tariff: its name, and the days on which it holds. */
public final class Heading {

  /** Lower-case words with hyphens between. */
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final int LONGEST = 200;

  private final DataFields fields;

  public Heading(DataFields fields) {
    this.fields = fields;
  }

  /**
   * Its name, under a key that says what it is.
   *
   * @param key such as {@code ban}
   * @param like a name that would be right
   */
  public Optional<String> name(String key, String like) {
    Optional<DataText> name = line(key, like);
    name.filter(one -> !NAME.matcher(one.value()).matches())
        .ifPresent(
            one ->
                one.fault(
                    "A %s's name is made of lower-case words with hyphens between, and '%s' is not."
                        .formatted(key, one.shown()),
                    "Write something like %s, beginning with a letter.".formatted(like)));
    return name.map(Heading::stripped);
  }

  /** A text that must be there, without the blanks around it. */
  public Optional<String> text(String key, String like) {
    return line(key, like).map(Heading::stripped);
  }

  /** The day from which it holds; one must be given. */
  public Optional<LocalDate> from() {
    return day("validFrom", "2026-01-01");
  }

  /** The first day on which it no longer holds; one must be given. */
  public Optional<LocalDate> to() {
    return day("validTo", "2027-01-01");
  }

  /** Whether it ever holds. */
  public void checkPeriod(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      fields.fault(
          "validTo",
          "It ends before it begins, so it never holds.",
          "validTo is the first day on which it no longer holds: later than " + from.get());
    }
  }

  private Optional<DataText> line(String key, String like) {
    String example = key + ": " + like;
    Optional<DataText> text =
        fields.require(key, example) ? fields.text(key, example) : Optional.empty();
    text.filter(one -> one.value().length() > LONGEST)
        .ifPresent(
            one ->
                one.fault(
                    "'%s' has %d characters; %d are the most."
                        .formatted(key, one.value().length(), LONGEST),
                    "Shorten it."));
    return text;
  }

  private Optional<LocalDate> day(String key, String like) {
    return fields.require(key, key + ": " + like) ? fields.day(key) : Optional.empty();
  }

  private static String stripped(DataText text) {
    return text.value().strip();
  }
}
