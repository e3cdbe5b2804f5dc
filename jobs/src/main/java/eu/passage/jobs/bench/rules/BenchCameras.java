package eu.passage.jobs.bench.rules;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cameras of the generated week: some over the border, some behind it. */
final class BenchCameras {

  static final List<Camera> BORDER =
      IntStream.rangeClosed(1, 24)
          .mapToObj(
              i ->
                  new Camera(
                      "B-" + i,
                      "BE",
                      "N" + i,
                      "zone-" + i % 4,
                      50.5 + i / 100.0,
                      3.2,
                      new Crossing("FR", "BE"),
                      new Crossing("BE", "FR"),
                      false))
          .toList();

  static final List<Camera> INLAND =
      IntStream.rangeClosed(1, 8)
          .mapToObj(
              i ->
                  new Camera(
                      "I-" + i, "BE", "E" + i, "inland", 50.7, 3.2 + i / 50.0, null, null, false))
          .toList();

  static final CameraCatalogue CATALOGUE =
      new CameraCatalogue(Stream.concat(BORDER.stream(), INLAND.stream()).toList());

  private BenchCameras() {}
}
