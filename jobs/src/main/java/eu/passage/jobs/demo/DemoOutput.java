package eu.passage.jobs.demo;

import eu.passage.avro.Alert;
import eu.passage.avro.DeadLetter;
import eu.passage.avro.TollEvent;
import java.net.URI;
import java.util.List;

/** Where a demonstration shows itself. Called by one thread at a time. */
interface DemoOutput {

  /** A line about what is being done, before the first frame. */
  void note(String text);

  /** Everything runs: here are the addresses. */
  void started(URI flinkUi, String broker, URI registry);

  void alert(Alert alert);

  void toll(TollEvent event);

  void deadLetter(DeadLetter letter);

  void progress(Progress progress);

  void plates(List<ReadPlate> plates);

  void summary(Summary summary);
}
