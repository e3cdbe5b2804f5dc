package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import eu.passage.cep.language.RuleLimits;
import eu.passage.schemas.cameras.CameraCatalogue;
import eu.passage.schemas.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of bans: one's own by path, and the shipped ones by name. */
public final class BanTexts {

  /** Those that come with Passage: examples, and no law of any place. */
  public static final List<String> SHIPPED = List.of("estaimpuis");

  private static final String FOLDER = "/eu/passage/cep/bans/";

  /** A character has up to four bytes; what is longer is refused as too long. */
  private static final int MOST_BYTES = 4 * RuleLimits.FILE + 4;

  private BanTexts() {}

  /**
   * The text of a file. One's own comes before a shipped one of the same name.
   *
   * @param name a path, or one of {@link #SHIPPED}
   * @throws IOException that says why there is no text
   */
  public static String read(String name) throws IOException {
    if (SHIPPED.contains(name) && !Files.exists(Path.of(name))) {
      return shipped(name);
    }
    try (InputStream file = Files.newInputStream(Path.of(name))) {
      // what is no UTF-8 becomes U+FFFD, for which there is a fault that names the place
      return new String(file.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new IOException(
          "There is no such file, and no shipped one%s.".formatted(Suggestion.of(name, SHIPPED)),
          e);
    } catch (IOException e) {
      throw new IOException("It cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The text of a shipped file.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static String shipped(String name) throws IOException {
    if (!SHIPPED.contains(name)) {
      throw new IllegalArgumentException("no bans '" + name + "' are shipped, only " + SHIPPED);
    }
    try (InputStream in = BanTexts.class.getResourceAsStream(FOLDER + name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + name + ".yaml is part of this module");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * All bans of several files. What cannot be read does not hide the faults of the others.
   *
   * @param names paths, or names of shipped files
   * @throws RuleException that knows all faults of all files
   */
  public static List<BanDocument> read(List<String> names, CameraCatalogue cameras)
      throws RuleException {
    BanFile reader = new BanFile(cameras);
    List<BanDocument> bans = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String name : names) {
      try {
        for (BanDocument one : reader.parse(name, read(name))) {
          if (bans.stream().anyMatch(other -> isTwice(one.ban(), other.ban()))) {
            faults.add(twice(one));
          }
          bans.add(one);
        }
      } catch (RuleException e) {
        faults.addAll(e.faults());
      } catch (IOException e) {
        faults.add(new Fault(name, 1, 1, String.valueOf(e.getMessage()), "", ""));
      }
    }
    if (!faults.isEmpty()) {
      throw new RuleException(faults);
    }
    return bans;
  }

  private static boolean isTwice(Ban one, Ban other) {
    boolean isSame = one.id().equals(other.id()) && one.version().equals(other.version());
    return isSame || one.overlaps(other);
  }

  private static Fault twice(BanDocument one) {
    return new Fault(
        one.file(),
        one.line(),
        1,
        "Another file has this version of '%s', or one that holds on the same days."
            .formatted(one.ban().id()),
        "Keep all versions of a ban in one file.",
        "ban: " + one.ban().id());
  }
}
