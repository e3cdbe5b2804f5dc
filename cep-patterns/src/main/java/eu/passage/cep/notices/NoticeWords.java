package eu.passage.cep.notices;

import eu.passage.cep.wording.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What recipients are told, in one language. */
final class NoticeWords {

  /** ISO 639-1. */
  static final List<String> LANGUAGES = List.of("en", "fr", "nl", "de");

  private final Words words;

  NoticeWords(String language) {
    words = new Words(NoticeWords.class, language);
  }

  /** A sentence with its gaps filled. */
  String say(String key, Object... gaps) {
    return words.say(key, gaps);
  }

  /** A text that the language may lack. */
  Optional<String> find(String key) {
    return words.find(key);
  }

  /** ISO 639-1. */
  String language() {
    return words.locale().getLanguage();
  }

  Locale locale() {
    return words.locale();
  }
}
