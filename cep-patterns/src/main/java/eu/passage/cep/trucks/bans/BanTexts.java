package eu.passage.cep.trucks.bans;

import eu.passage.cep.language.Fault;
import eu.passage.cep.language.RuleException;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of bans: one's own by path, and the shipped ones by name. */
public final class BanTexts {

  /** Those that come with Passage: examples, and no law of any place. */
  public static final List<String> SHIPPED = List.of("estaimpuis");

  private static final String FOLDER = "/eu/passage/cep/bans/";

  private BanTexts() {}

  /**
   * The text of a file.
   *
   * @param name a path, or one of {@link #SHIPPED}
   * @throws IOException that says what there is no text of, and why
   */
  public static String read(String name) throws IOException {
    if (SHIPPED.contains(name)) {
      try (InputStream in = BanTexts.class.getResourceAsStream(FOLDER + name + ".yaml")) {
        if (in == null) {
          throw new IllegalStateException(FOLDER + name + ".yaml is part of this module");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s is no file of bans, nor the name of shipped ones (%s)"
              .formatted(name, String.join(", ", SHIPPED)));
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /**
   * All bans of several files.
   *
   * @param names paths, or names of shipped files
   * @throws RuleException that knows all faults of all files
   * @throws IOException where one cannot be read
   */
  public static List<BanDocument> read(List<String> names, CameraCatalogue cameras)
      throws RuleException, IOException {
    BanFile reader = new BanFile(cameras);
    List<BanDocument> bans = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (String name : names) {
      String text = read(name);
      try {
        for (BanDocument one : reader.parse(name, text)) {
          if (bans.stream().anyMatch(other -> isTwice(one.ban(), other.ban()))) {
            faults.add(twice(name, one));
          }
          bans.add(one);
        }
      } catch (RuleException e) {
        faults.addAll(e.faults());
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

  private static Fault twice(String file, BanDocument one) {
    return new Fault(
        file,
        one.line(),
        1,
        "Another file has this version of '%s', or one that holds on the same days."
            .formatted(one.ban().id()),
        "Keep all versions of a ban in one file.",
        "ban: " + one.ban().id());
  }
}
