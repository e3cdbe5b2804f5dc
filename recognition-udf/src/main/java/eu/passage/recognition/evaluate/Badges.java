package eu.passage.recognition.evaluate;

import eu.passage.avro.MakeEstimate;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code badges}: makers' badges that training leaves out, each set on rendered vehicles above
 * their plates; the frame then goes the whole way. Is the make named, and rightly?
 */
public final class Badges implements EvaluationSet {

  private static final String NAME = "badges";
  private static final Target RIGHT = Target.atLeast(0.80, 0.90);
  private static final Target WRONG = Target.atMost(0.05, 0.05);

  /** Of a maker's badges in the order of their names, the last of every four is held out. */
  private static final int EVERY = 4;

  private static final int VEHICLES_EACH = 2;
  private static final double MIN_IOU = 0.5;

  private record Badge(String folder, Path file) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of(NAME);
  }

  @Override
  public Result measure(Lab lab) throws IOException {
    String set = "badges on rendered vehicles";
    if (!lab.recogniser().namesMakes()) {
      String why = "these models name no makes";
      return new Result(
          List.of(
              Row.notMeasured(set, "make named rightly", why, RIGHT),
              Row.notMeasured(set, "make named wrongly", why, WRONG)),
          List.of(),
          List.of());
    }
    List<Badge> badges = heldOut(lab);
    BadgedFrames frames = new BadgedFrames();
    Groups right = new Groups();
    Groups wrong = new Groups();
    Counts bare = Counts.NONE;
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < badges.size() * VEHICLES_EACH; i++) {
      Badge badge = badges.get(i / VEHICLES_EACH);
      try (Picture image = Lab.open(badge.file);
          Picture mask = Lab.open(maskOf(badge.file));
          BadgedFrames.Pair pair = frames.next(image, mask)) {
        List<List<Sighting>> seen = lab.recogniser().recognise(List.of(pair.badged(), pair.bare()));
        Optional<String> make = make(seen.get(0), pair.plate());
        boolean isRight = make.filter(named -> isMake(named, badge.folder)).isPresent();
        right.add(badge.folder, isRight);
        wrong.add(badge.folder, make.isPresent() && !isRight);
        bare = bare.plus(make(seen.get(1), pair.plate()).isPresent());
        if (make.isPresent() && !isRight) {
          mistakes.add("%s: %s".formatted(badge.folder, make.get()));
        }
      }
      lab.tell(i + 1, badges.size() * VEHICLES_EACH);
    }
    List<Detail> details = new ArrayList<>(right.details(NAME + ": named rightly"));
    details.add(Detail.of(NAME + ": vehicles without a badge", "a make named", bare));
    return new Result(
        List.of(
            Row.of(set, "make named rightly", right.all(), RIGHT),
            Row.of(set, "make named wrongly", wrong.all(), WRONG)),
        details,
        mistakes);
  }

  private static List<Badge> heldOut(Lab lab) throws IOException {
    List<Badge> badges = new ArrayList<>();
    for (Path folder : listed(lab.data(NAME))) {
      List<Path> images =
          Files.isDirectory(folder)
              ? listed(folder).stream().filter(file -> file.toString().endsWith(".jpg")).toList()
              : List.of();
      for (int i = EVERY - 1; i < images.size(); i += EVERY) {
        badges.add(new Badge(folder.getFileName().toString(), images.get(i)));
      }
    }
    return badges;
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static Path maskOf(Path image) {
    return image.resolveSibling(
        image.getFileName().toString().replaceFirst("\\.jpg$", "_mask.png"));
  }

  private static Optional<String> make(List<Sighting> seen, Rect plate) {
    return seen.stream()
        .filter(sighting -> sighting.plateBox().map(plate::iou).orElse(0.0) >= MIN_IOU)
        .flatMap(sighting -> sighting.labels().make().stream())
        .map(MakeEstimate::getValue)
        .findFirst();
  }

  /** Whether a maker's name is that of a folder: "Citroën" of "citroen", "Kia" of "kia-1". */
  static boolean isMake(String name, String folder) {
    String stem = folder.replaceFirst("-\\d+$", "");
    return letters(name).startsWith(letters(stem));
  }

  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z]", "")
        .toLowerCase(Locale.ROOT);
  }
}
