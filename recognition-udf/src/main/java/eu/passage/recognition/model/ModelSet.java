package eu.passage.recognition.model;

import eu.passage.avro.Colour;
import eu.passage.avro.VehicleType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The models that belong together.
 *
 * @param classifiers those of the operator first, then the shipped one for the make
 */
public record ModelSet(
    TorchModel detector,
    TorchModel reader,
    TorchModel attributes,
    List<ClassifierModel> classifiers)
    implements AutoCloseable {

  private static final int DETECTION_FIELDS = 6;

  /**
   * Loads the models and runs an empty sample through each, which checks its outputs against its
   * descriptor and makes the first real batch as fast as the next.
   *
   * @throws ModelException when one of them is missing, damaged, or not what its descriptor says
   */
  static ModelSet load(ModelSource source) {
    List<ClassifierModel> classifiers = ClassifierModel.loadAll(source);
    ModelSet models =
        new ModelSet(
            TorchModel.load(source, "detector"),
            TorchModel.load(source, "reader"),
            TorchModel.load(source, "attributes"),
            classifiers);
    try {
      models.check();
      return models;
    } catch (RuntimeException e) {
      models.close();
      throw e;
    }
  }

  /** As observations carry it: "detector/reader/attributes", then those of the classifiers. */
  public String version() {
    Stream<TorchModel> further = classifiers.stream().map(ClassifierModel::model);
    return Stream.concat(Stream.of(detector, reader, attributes), further)
        .map(TorchModel::version)
        .reduce((a, b) -> a + "/" + b)
        .orElseThrow();
  }

  @Override
  public void close() {
    detector.close();
    reader.close();
    attributes.close();
    classifiers.forEach(ClassifierModel::close);
  }

  private void check() {
    ModelDescriptor d = detector.descriptor();
    d.scoreThreshold("plate");
    d.scoreThreshold("vehicle");
    expect(d, tryOut(detector, 1, 1).get(0).length % DETECTION_FIELDS == 0, "rows of 6 numbers");

    ModelDescriptor r = reader.descriptor();
    List<float[]> read = tryOut(reader, 3, 2);
    int classes = r.alphabet().length() + 1;
    expect(
        r, !r.alphabet().isEmpty() && read.get(0).length % classes == 0, "steps of 1 + alphabet");
    expect(r, read.get(1).length == r.countries().size(), "one number for each of countries");

    ModelDescriptor a = attributes.descriptor();
    a.types().forEach(VehicleType::valueOf);
    a.colours().forEach(Colour::valueOf);
    List<float[]> seen = tryOut(attributes, 3, 2);
    expect(a, seen.get(0).length == a.types().size(), "one number for each of types");
    expect(a, seen.get(1).length == a.colours().size(), "one number for each of colours");
  }

  /** Runs an empty sample twice: the second time tells how it runs from then on. */
  static List<float[]> tryOut(TorchModel model, int channels, int outputs) {
    ModelDescriptor descriptor = model.descriptor();
    expect(descriptor, descriptor.input().channels() == channels, "input of channels " + channels);
    try (TorchModel.Net net = model.newNet()) {
      ByteBuffer empty = net.newInput(1);
      net.run(empty, 1);
      List<float[]> result = net.run(empty, 1);
      expect(descriptor, result.size() == outputs, outputs + " outputs");
      return result;
    }
  }

  private static void expect(ModelDescriptor descriptor, boolean holds, String what) {
    if (!holds) {
      throw new ModelException(
          "model '%s' version %s does not give %s as its model.json says"
              .formatted(descriptor.name(), descriptor.version(), what));
    }
  }
}
