package eu.passage.jobs.cli;

import eu.passage.jobs.console.ExitCode;
import eu.passage.jobs.console.ModelsOption;
import eu.passage.recognition.Recogniser;
import eu.passage.recognition.Thresholds;
import eu.passage.recognition.image.ImageLimits;
import eu.passage.recognition.image.ImageLoader;
import eu.passage.recognition.image.ImageRefusedException;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.model.ModelSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code passage recognize FILE…}: what pictures show, one line of JSON each. */
@Command(
    name = "recognize",
    description = {
      "Reads plates, types and colours off pictures and prints one line of JSON for each, the surest vehicle first.",
      "Of a folder every picture in it is read. A file that cannot be read gives a line with \"error\"; the others are done all the same."
    },
    mixinStandardHelpOptions = true)
final class RecognizeCommand implements Callable<Integer> {

  /** Photographs of one's own may be larger than what a camera may send: 100 megapixels. */
  private static final ImageLimits LIMITS = new ImageLimits(64 << 20, 20_000, 100_000_000);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "JSON, one line a picture: what is printed anyway.")
  private boolean json;

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(
      names = "--classifiers",
      paramLabel = "DIR",
      description =
          "Classifiers of one's own: a directory for each, as training/train_classifier makes.")
  private @Nullable Path classifiers;

  @Option(
      names = "--annotate",
      paramLabel = "OUT",
      description =
          "Also draw boxes and texts into copies: a.jpg becomes a.annotated.jpg in the folder OUT.")
  private @Nullable Path annotate;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "JPEG or PNG, or a folder of them.")
  private List<Path> named = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ModelSource source = models.source();
    if (classifiers != null) {
      source = source.withClassifiers(classifiers);
    }
    List<Path> files = PictureFiles.of(named);
    Optional<AnnotatedCopies> copies =
        annotate == null ? Optional.empty() : Optional.of(new AnnotatedCopies(annotate, files));
    boolean allRead = true;
    try (Recogniser recogniser = Recogniser.open(source, Thresholds.DEFAULT, 1)) {
      for (Path file : files) {
        try {
          out.println(recognise(recogniser, file, copies));
        } catch (ImageRefusedException | IOException e) {
          out.println(RecognizedLine.error(file, reason(e)));
          allRead = false;
        }
        out.flush();
      }
    }
    return allRead ? ExitCode.OK : ExitCode.NEGATIVE;
  }

  private static String recognise(
      Recogniser recogniser, Path file, Optional<AnnotatedCopies> copies)
      throws IOException, ImageRefusedException {
    byte[] encoded = Files.readAllBytes(file);
    long begun = System.nanoTime();
    try (Picture picture = ImageLoader.decode(encoded, LIMITS)) {
      var sightings = recogniser.recognise(List.of(picture)).get(0);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      if (copies.isPresent()) {
        copies.get().write(file, encoded, picture, sightings);
      }
      return RecognizedLine.of(file, millis, sightings);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    } else if (e instanceof AccessDeniedException) {
      return "not allowed to read it";
    }
    return String.valueOf(e.getMessage());
  }
}
