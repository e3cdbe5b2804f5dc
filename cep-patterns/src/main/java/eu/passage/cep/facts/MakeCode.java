package eu.passage.cep.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A maker's name as 32 bits, however it is written: case, accents, spaces and marks are set aside,
 * and names of one maker are one ({@code makes.properties}). A maker as the shipped classifier
 * writes it has its {@link NameCode#ofAnyCase}, as state of earlier builds holds it.
 */
public final class MakeCode {

  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, Integer> KNOWN = load();

  private MakeCode() {}

  /** {@link NameCode#NONE} for null, and for a name without a letter or digit. */
  public static int of(@Nullable String name) {
    if (name == null) {
      return NameCode.NONE;
    }
    String plain = plain(name);
    Integer known = KNOWN.get(plain);
    return known == null ? NameCode.of(plain) : known;
  }

  /** Citroën and CITROEN alike: {@code CITROEN}. */
  private static String plain(String name) {
    String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
  }

  private static Map<String, Integer> load() {
    try (InputStream table =
        Objects.requireNonNull(MakeCode.class.getResourceAsStream("makes.properties"))) {
      Properties names = new Properties();
      names.load(new InputStreamReader(table, StandardCharsets.UTF_8));
      return names.stringPropertyNames().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name, name -> NameCode.ofAnyCase(names.getProperty(name))));
    } catch (IOException e) {
      throw new UncheckedIOException("the table of makes cannot be read", e);
    }
  }
}
