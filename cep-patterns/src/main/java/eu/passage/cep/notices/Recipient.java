package eu.passage.cep.notices;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * A service that is told of alerts, on a topic of its own.
 *
 * @param id as entries and rules name it, such as {@code ccpd-tournai}
 * @param name for people, in their languages
 * @param country ISO 3166-1 alpha-2 of its territory
 * @param languages it is told in, ISO 639-1, its first one first; of en, fr, nl and de
 * @param police whether it must be informed of a pursuit into its country
 * @param retention how long its notices are kept, as its law allows
 */
public record Recipient(
    String id,
    RecipientName name,
    String country,
    List<String> languages,
    boolean police,
    Duration retention)
    implements Serializable {

  /** Those in which somebody can be told, ISO 639-1. */
  public static final List<String> LANGUAGES = NoticeWords.LANGUAGES;

  private static final String ID = "[a-z][a-z0-9-]{1,63}";

  public Recipient {
    languages = List.copyOf(languages);
    if (!id.matches(ID)) {
      throw new IllegalArgumentException(
          "a recipient is named with small letters, digits and dashes, not '%s'".formatted(id));
    }
    if (languages.isEmpty() || !LANGUAGES.containsAll(languages)) {
      throw new IllegalArgumentException(
          "recipient %s needs languages of %s, not %s".formatted(id, LANGUAGES, languages));
    }
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("recipient " + id + " needs a positive retention");
    }
  }

  /** One that is called the same in every language. */
  public Recipient(
      String id,
      String name,
      String country,
      List<String> languages,
      boolean police,
      Duration retention) {
    this(id, RecipientName.of(name), country, languages, police, retention);
  }

  /** What it reads first. */
  String firstLanguage() {
    return languages.get(0);
  }
}
