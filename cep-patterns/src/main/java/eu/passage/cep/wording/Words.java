package eu.passage.cep.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Sentences of one language, from {@code words_XX.properties} beside the class that says them: who
 * knows the language may mend them there.
 */
public final class Words {

  private final Locale locale;
  private final ResourceBundle bundle;

  /**
   * @param speaker in whose package the files lie
   * @param language ISO 639-1; a language without a file is that of {@code words.properties}
   */
  public Words(Class<?> speaker, String language) {
    locale = Locale.forLanguageTag(language);
    // never the language of the machine instead
    bundle =
        ResourceBundle.getBundle(
            speaker.getPackageName() + ".words",
            locale,
            speaker.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** A sentence with its gaps filled. */
  public String say(String key, Object... gaps) {
    return new MessageFormat(bundle.getString(key), locale).format(gaps).strip();
  }

  /** A text as it stands in the file. */
  public String text(String key) {
    return bundle.getString(key);
  }

  /** A text that the language may lack. */
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  public Locale locale() {
    return locale;
  }
}
