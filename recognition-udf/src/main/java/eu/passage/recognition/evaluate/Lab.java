package eu.passage.recognition.evaluate;

import eu.passage.avro.PlateReading;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Sighting;
import eu.passage.recognition.classify.Attributes;
import eu.passage.recognition.classify.Classifier;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.read.PlateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What an evaluation works with: a recogniser, the data folder, and somebody to tell how far it is.
 * Pictures go through the nets in batches, as they do in the operator.
 */
public final class Lab {

  /** Pictures decoded at the same time. */
  private static final int BATCH = 16;

  /** Photographs may be larger than what a camera may send. */
  private static final ImageLimits LIMITS = new ImageLimits(64 << 20, 20_000, 100_000_000);

  private final Recogniser recogniser;
  private final Path data;
  private final Progress progress;

  /** Is told how far a set is. */
  @FunctionalInterface
  public interface Progress {

    /** So many of its steps are done. */
    void at(int done, int of);
  }

  /**
   * A part of a picture that somebody marked.
   *
   * @param box empty for the whole picture
   */
  record Marked(Path file, Optional<Rect> box) {}

  /**
   * @param recogniser stays open
   * @param data the folder of photographs
   */
  public Lab(Recogniser recogniser, Path data, Progress progress) {
    this.recogniser = recogniser;
    this.data = data;
    this.progress = progress;
  }

  /** What recognises. */
  public Recogniser recogniser() {
    return recogniser;
  }

  /** A file or folder of the data. */
  Path data(String first, String... more) {
    return data.resolve(Path.of(first, more));
  }

  /** Tells how far a set is. */
  public void tell(int done, int of) {
    progress.at(done, of);
  }

  /** Whole pictures, the whole way: for each what it shows. */
  List<List<Sighting>> recognise(List<Path> files) throws IOException {
    return inBatches(files, (pictures, part) -> recogniser.recognise(pictures));
  }

  /** Plates whose boxes are given: for each its reading. */
  List<Optional<PlateReading>> read(List<Marked> plates) throws IOException {
    return inBatches(
        plates.stream().map(Marked::file).toList(),
        (pictures, from) -> {
          List<PlateReader.Crop> crops = new ArrayList<>();
          for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            crops.add(
                plates
                    .get(from + i)
                    .box()
                    .map(box -> PlateReader.Crop.found(picture, box))
                    .orElseGet(() -> PlateReader.Crop.whole(picture)));
          }
          return recogniser.read(crops);
        });
  }

  /** Vehicles whose boxes are given: for each what it looks like. */
  List<Attributes> classify(List<Marked> vehicles) throws IOException {
    return inBatches(
        vehicles.stream().map(Marked::file).toList(),
        (pictures, from) -> {
          List<Classifier.Crop> crops = new ArrayList<>();
          for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            Rect box = vehicles.get(from + i).box().orElseGet(picture::bounds);
            crops.add(new Classifier.Crop(picture, box));
          }
          return recogniser.classify(crops);
        });
  }

  private <T> List<T> inBatches(List<Path> files, BiFunction<List<Picture>, Integer, List<T>> work)
      throws IOException {
    List<T> results = new ArrayList<>(files.size());
    for (int from = 0; from < files.size(); from += BATCH) {
      List<Picture> pictures = new ArrayList<>();
      try {
        for (Path file : files.subList(from, Math.min(from + BATCH, files.size()))) {
          pictures.add(open(file));
        }
        results.addAll(work.apply(pictures, from));
      } finally {
        pictures.forEach(Picture::close);
      }
      progress.at(results.size(), files.size());
    }
    return results;
  }

  /** A picture off the disk; the caller closes it. */
  static Picture open(Path file) throws IOException {
    try {
      return open(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IOException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A picture; the caller closes it. */
  static Picture open(byte[] encoded) throws IOException {
    try {
      return ImageLoader.decode(encoded, LIMITS);
    } catch (ImageRefusedException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
