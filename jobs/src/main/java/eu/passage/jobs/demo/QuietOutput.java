package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** Shows no more than how far it is. */
final class QuietOutput implements DemoOutput {

  private final Duration lasts;
  private final BiConsumer<String, Double> progress;

  /**
   * @param progress told what is done, and how much of it, 0 to 1
   */
  QuietOutput(Duration lasts, BiConsumer<String, Double> progress) {
    this.lasts = lasts;
    this.progress = progress;
  }

  @Override
  public void note(String text) {
    progress.accept(text, 0.0);
  }

  @Override
  public void started(URI flinkUi, String broker, URI registry) {}

  @Override
  public void alert(Alert alert) {}

  @Override
  public void toll(TollEvent event) {}

  @Override
  public void deadLetter(DeadLetter letter) {}

  @Override
  public void progress(Progress now) {
    double share = (double) now.elapsed().toMillis() / lasts.toMillis();
    progress.accept("cameras", Math.min(1, share));
  }

  @Override
  public void plates(List<ReadPlate> plates) {}

  @Override
  public void summary(Summary summary) {}
}
