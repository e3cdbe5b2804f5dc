package eu.passage.cep.notices;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Sentences of one language: {@code words_XX.properties}, which who knows the language may mend.
 */
final class NoticeWords {

  /** ISO 639-1. */
  static final List<String> LANGUAGES = List.of("en", "fr", "nl", "de");

  private final Locale locale;
  private final ResourceBundle words;

  NoticeWords(String language) {
    locale = Locale.forLanguageTag(language);
    // never the language of the machine instead
    words =
        ResourceBundle.getBundle(
            "eu.passage.cep.notices.words",
            locale,
            NoticeWords.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** A sentence with its gaps filled. */
  String say(String key, Object... gaps) {
    return new MessageFormat(words.getString(key), locale).format(gaps).strip();
  }

  Locale locale() {
    return locale;
  }
}
