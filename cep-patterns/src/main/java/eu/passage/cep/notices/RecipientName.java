package eu.passage.cep.notices;

import java.io.Serializable;
import java.util.Map;

/**
 * How a service is called: one name for everybody, or one for each language.
 *
 * @param plain where a language has no other
 * @param byLanguage ISO 639-1; of en, fr, nl and de
 */
public record RecipientName(String plain, Map<String, String> byLanguage) implements Serializable {

  public RecipientName {
    byLanguage = Map.copyOf(byLanguage);
    if (!NoticeWords.LANGUAGES.containsAll(byLanguage.keySet())) {
      throw new IllegalArgumentException(
          "a name is in languages of %s, not %s"
              .formatted(NoticeWords.LANGUAGES, byLanguage.keySet().stream().sorted().toList()));
    }
    if (plain.isBlank() || byLanguage.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a recipient needs a name that is not blank");
    }
  }

  /** The same in every language. */
  public static RecipientName of(String plain) {
    return new RecipientName(plain, Map.of());
  }

  /** Where a language is missing, the English one stands in, else the first there is. */
  public static RecipientName of(Map<String, String> byLanguage) {
    String plain =
        NoticeWords.LANGUAGES.stream()
            .filter(byLanguage::containsKey)
            .findFirst()
            .map(byLanguage::get)
            .orElse("");
    return new RecipientName(plain, byLanguage);
  }

  /** In a language, ISO 639-1. */
  public String in(String language) {
    return byLanguage.getOrDefault(language, plain);
  }
}
