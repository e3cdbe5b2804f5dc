package eu.passage.recognition;

import eu.passage.avro.NoPlateReason;
import eu.passage.avro.PlateReading;
import eu.passage.recognition.classify.Attributes;
import eu.passage.recognition.classify.Classifier;
import eu.passage.recognition.classify.LabelClassifiers;
import eu.passage.recognition.classify.Labels;
import eu.passage.recognition.classify.Subject;
import eu.passage.recognition.detect.Association;
import eu.passage.recognition.detect.Detection;
import eu.passage.recognition.detect.Detector;
import eu.passage.recognition.detect.SecondLook;
import eu.passage.recognition.image.Picture;
import eu.passage.recognition.image.Rect;
import eu.passage.recognition.model.ModelSource;
import eu.passage.recognition.model.SharedModels;
import eu.passage.recognition.read.PlateReader;
import eu.passage.schemas.plates.PlateOdds;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/**
 * From pictures to what they show: the vehicles, their plates, types and colours. Shares its models
 * with the other recognisers of this JVM. For one thread; closed by it after its last batch.
 */
public final class Recogniser implements AutoCloseable {

  /** Plates and vehicles in one run of their nets: two in each of eight frames. */
  private static final int CROPS = 16;

  private final SharedModels.Lease lease;
  private final Detector detector;
  private final PlateReader reader;
  private final Classifier classifier;
  private final LabelClassifiers labellers;
  private final double minPlate;

  private Recogniser(
      SharedModels.Lease lease, Thresholds thresholds, SecondLook secondLook, int batchSize) {
    this.lease = lease;
    detector = new Detector(lease.models().detector(), batchSize, secondLook);
    reader = new PlateReader(lease.models().reader(), CROPS, PlateOdds.shipped()::bonuses);
    classifier =
        new Classifier(lease.models().attributes(), CROPS, thresholds.type(), thresholds.colour());
    labellers = new LabelClassifiers(lease.models().classifiers(), CROPS);
    minPlate = thresholds.plate();
  }

  /**
   * Loads the models unless another recogniser of this JVM has them loaded.
   *
   * @throws eu.passage.recognition.model.ModelException when they cannot be loaded
   */
  public static Recogniser open(ModelSource models, Thresholds thresholds, int batchSize) {
    return open(models, thresholds, SecondLook.DEFAULT, batchSize);
  }

  /** The same with a second look of one's own. */
  public static Recogniser open(
      ModelSource models, Thresholds thresholds, SecondLook secondLook, int batchSize) {
    SharedModels.Lease lease = SharedModels.acquire(models);
    try {
      return new Recogniser(lease, thresholds, secondLook, batchSize);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /** Versions of the models, "detector/reader/attributes", then the classifiers'. */
  public String modelVersion() {
    return lease.models().version();
  }

  /** {@link #recognise(List, ObjLongConsumer)} without timing. */
  public List<List<Sighting>> recognise(List<Picture> pictures) {
    return recognise(pictures, (stage, nanos) -> {});
  }

  /**
   * Recognises a batch of pictures together.
   *
   * @param timing is told how long each stage took for the batch, in nanoseconds
   * @return for each picture its sightings from left to right
   */
  public List<List<Sighting>> recognise(List<Picture> pictures, ObjLongConsumer<Stage> timing) {
    long begun = System.nanoTime();
    List<Found> found = find(pictures);
    long detected = System.nanoTime();
    timing.accept(Stage.DETECT, detected - begun);
    List<Optional<PlateReading>> readings =
        reader.read(found.stream().flatMap(f -> f.plateCrop().stream()).toList());
    long read = System.nanoTime();
    timing.accept(Stage.READ, read - detected);
    List<Attributes> attributes =
        classifier.classify(found.stream().flatMap(f -> f.vehicleCrop().stream()).toList());
    List<List<Sighting>> sightings = assemble(pictures.size(), found, readings, attributes);
    sightings.replaceAll(Lettering::leftOut);
    label(pictures, sightings);
    timing.accept(Stage.CLASSIFY, System.nanoTime() - read);
    return sightings;
  }

  /** Reads plates whose places are known: for each its reading, however unsure. */
  public List<Optional<PlateReading>> read(List<PlateReader.Crop> plates) {
    return reader.read(plates);
  }

  /** Looks at vehicles whose places are known: for each its attributes. */
  public List<Attributes> classify(List<Classifier.Crop> vehicles) {
    return classifier.classify(vehicles);
  }

  @Override
  public void close() {
    detector.close();
    reader.close();
    classifier.close();
    labellers.close();
    lease.close();
  }

  /** A vehicle, a plate, or both together, in one picture of the batch. */
  private record Found(
      int picture,
      Optional<PlateReader.Crop> plateCrop,
      Optional<Rect> plateBox,
      Optional<Classifier.Crop> vehicleCrop) {}

  private List<Found> find(List<Picture> pictures) {
    List<List<Detection>> detections = detector.detect(pictures);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      if (PlateOnly.is(picture, detections.get(i))) {
        found.add(
            new Found(
                i,
                Optional.of(PlateReader.Crop.whole(picture)),
                Optional.of(picture.bounds()),
                Optional.empty()));
        continue;
      }
      for (Association.Pair pair : Association.of(detections.get(i))) {
        Optional<Rect> plateBox = pair.plate().map(Detection::box);
        found.add(
            new Found(
                i,
                plateBox.map(box -> PlateReader.Crop.found(picture, box)),
                plateBox,
                pair.vehicle().map(v -> new Classifier.Crop(picture, v.box()))));
      }
    }
    return found;
  }

  private List<List<Sighting>> assemble(
      int pictures,
      List<Found> found,
      List<Optional<PlateReading>> readings,
      List<Attributes> attributes) {
    List<List<Sighting>> sightings = new ArrayList<>(pictures);
    for (int i = 0; i < pictures; i++) {
      sightings.add(new ArrayList<>());
    }
    int nextReading = 0;
    int nextAttributes = 0;
    for (Found one : found) {
      Optional<PlateReading> plate =
          one.plateCrop.isPresent() ? readings.get(nextReading++) : Optional.empty();
      Attributes looks =
          one.vehicleCrop.isPresent() ? attributes.get(nextAttributes++) : Attributes.unknown();
      sightings.get(one.picture).add(sighting(one, plate, looks));
    }
    return sightings;
  }

  /** Lets the classifiers look at what the sightings came to be: a make is read above the plate. */
  private void label(List<Picture> pictures, List<List<Sighting>> sightings) {
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      for (Sighting sighting : sightings.get(i)) {
        subjects.add(new Subject(pictures.get(i), sighting.plateBox(), sighting.vehicleBox()));
      }
    }
    Iterator<Labels> labels = labellers.classify(subjects).iterator();
    sightings.forEach(ofPicture -> ofPicture.replaceAll(one -> one.labelled(labels.next())));
  }

  private Sighting sighting(Found one, Optional<PlateReading> read, Attributes looks) {
    Optional<PlateReading> plate = read.filter(r -> r.getConfidence() >= minPlate);
    NoPlateReason why =
        one.plateCrop.isPresent() ? NoPlateReason.UNREADABLE : NoPlateReason.NOT_FOUND;
    return new Sighting(
        plate,
        plate.isPresent() ? Optional.empty() : Optional.of(why),
        one.plateBox,
        one.vehicleCrop.map(Classifier.Crop::box),
        looks.type(),
        looks.colour(),
        Labels.NONE);
  }
}
