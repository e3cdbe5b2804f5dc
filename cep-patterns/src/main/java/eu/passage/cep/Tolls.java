package eu.passage.cep;

import eu.passage.avro.TollEvent;
import eu.passage.avro.TruckPassage;
import eu.passage.cep.flink.tolls.RerateOperators;
import eu.passage.cep.flink.tolls.TollOperators;
import eu.passage.cep.toll.TollSettings;
import eu.passage.cep.toll.rerate.RerateSettings;
import eu.passage.cep.trucks.bans.ControlPlan;
import eu.passage.schemas.cameras.CameraCatalogue;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The toll part of a job: trucks at charging points in, toll events and control events out. It sees
 * nothing else of the traffic, and no watchlist.
 */
public final class Tolls {

  private Tolls() {}

  /**
   * Adds the operators. Each has a stable uid.
   *
   * @param trucks with timestamps ({@code at}) and watermarks, which alone move event time
   * @param corrections that people and re-rating ask for. Their watermarks are ignored
   * @param cameras which of them share a charging point
   * @param controls the bans that trucks are held against
   */
  public static TollStreams charge(
      DataStream<TruckPassage> trucks,
      DataStream<TollEvent> corrections,
      CameraCatalogue cameras,
      TollSettings settings,
      ControlPlan controls) {
    return TollOperators.wire(trucks, corrections, cameras, settings, controls);
  }

  /**
   * Adds the operators that rate stored events again; for batch.
   *
   * @param events all of the vehicles concerned, with their past of the tariffs' horizon
   */
  public static RerateStreams rerate(DataStream<TollEvent> events, RerateSettings settings) {
    return RerateOperators.wire(events, settings);
  }
}
