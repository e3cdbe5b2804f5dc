package eu.passage.cep.facts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name (a camera's id, a make, a model) as 32 bits that are the same in every run, so that state
 * written years ago needs no dictionary. Cameras of one catalogue never share a code: {@link
 * CameraTable} sees to it.
 */
public final class NameCode {

  /** No name. */
  public static final int NONE = 0;

  private NameCode() {}

  /** The code of a name, letter by letter; {@link #NONE} for null or nothing. */
  public static int of(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return NONE;
    }
    long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bits
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    int code = (int) (hash ^ (hash >>> 32));
    return code == NONE ? 1 : code;
  }

  /** The same whatever the case of its letters: models come as Clio and CLIO. */
  public static int ofAnyCase(@Nullable String name) {
    return of(name == null ? null : name.toUpperCase(Locale.ROOT));
  }
}
