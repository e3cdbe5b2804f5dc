package eu.passage.jobs.config;

import eu.passage.cep.roads.CrowsFlight;
import eu.passage.cep.roads.RoadGraph;
import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that can be set, read once at start by {@link ConfigFile}. The keys, their units and defaults
 * are told in {@code passage.yaml} beside this class; {@code passage.schema.json} serves editors.
 */
public record PassageConfig(
    KafkaSettings kafka,
    RegistrySettings registry,
    FlinkSettings flink,
    EventTimeSettings eventTime,
    RecognitionSection recognition,
    DetectionSection detection,
    TollSection tolls,
    TollArchiveSettings tollArchive,
    List<Camera> cameras) {

  public PassageConfig {
    cameras = List.copyOf(cameras);
    InvalidValueException.require(!cameras.isEmpty(), "cameras", "[]", "at least one camera");
    Set<String> ids = new HashSet<>();
    for (Camera camera : cameras) {
      InvalidValueException.require(ids.add(camera.id()), "cameras", camera.id(), "each id once");
    }
    try {
      new RoadGraph(new CameraCatalogue(cameras), detection.roads());
    } catch (IllegalArgumentException e) {
      throw InvalidValueException.refused("detection.roads", e);
    }
    try {
      tolls.controls(new CameraCatalogue(cameras));
    } catch (IllegalArgumentException e) {
      throw InvalidValueException.refused("tolls.bans", e);
    }
  }

  /** The cameras by id. */
  public CameraCatalogue catalogue() {
    return new CameraCatalogue(cameras);
  }

  /** What is allowed but hardly meant, in sentences. */
  public List<String> doubts() {
    return new CrowsFlight(catalogue(), detection.roads()).slowerRoads();
  }

  /** The same configuration against another broker and registry. */
  public PassageConfig at(String bootstrapServers, URI registryUrl) {
    return new PassageConfig(
        kafka.at(bootstrapServers),
        new RegistrySettings(registryUrl),
        flink,
        eventTime,
        recognition,
        detection,
        tolls,
        tollArchive,
        cameras);
  }

  /** The same with other properties of every Kafka client: as another user. */
  public PassageConfig with(Map<String, String> clientProperties) {
    return new PassageConfig(
        kafka.with(clientProperties),
        registry,
        flink,
        eventTime,
        recognition,
        detection,
        tolls,
        tollArchive,
        cameras);
  }

  /** The same with another pace of event time. */
  public PassageConfig with(EventTimeSettings other) {
    return new PassageConfig(
        kafka, registry, flink, other, recognition, detection, tolls, tollArchive, cameras);
  }

  /** The same with other settings of Flink. */
  public PassageConfig with(FlinkSettings other) {
    return new PassageConfig(
        kafka, registry, other, eventTime, recognition, detection, tolls, tollArchive, cameras);
  }

  /** The same with other settings of recognition. */
  public PassageConfig with(RecognitionSection other) {
    return new PassageConfig(
        kafka, registry, flink, eventTime, other, detection, tolls, tollArchive, cameras);
  }

  /** The same with other settings of tolls. */
  public PassageConfig with(TollSection other) {
    return new PassageConfig(
        kafka, registry, flink, eventTime, recognition, detection, other, tollArchive, cameras);
  }

  /** The same with other copies of toll events. */
  public PassageConfig with(TollArchiveSettings other) {
    return new PassageConfig(
        kafka, registry, flink, eventTime, recognition, detection, tolls, other, cameras);
  }

  /** The same with other cameras, among them all that the roads name. */
  public PassageConfig withCameras(List<Camera> others) {
    return new PassageConfig(
        kafka, registry, flink, eventTime, recognition, detection, tolls, tollArchive, others);
  }
}
