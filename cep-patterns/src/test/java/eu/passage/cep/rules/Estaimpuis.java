package eu.passage.cep.rules;

import eu.passage.schemas.cameras.Camera;
import eu.passage.schemas.cameras.Camera.Crossing;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.List;

/** The cameras that the configuration brings: where the shipped rules are tested. */
public final class Estaimpuis {

  private static final Crossing IN = new Crossing("FR", "BE");
  private static final Crossing OUT = new Crossing("BE", "FR");

  public static final CameraCatalogue CAMERAS =
      new CameraCatalogue(
          List.of(
              camera("EST-1", "Estaimpuis - Wattrelos", 50.7058, 3.2402, IN, OUT),
              camera("EST-2", "Leers-Nord - Leers", 50.6873, 3.2512, OUT, IN),
              camera("EST-3", "Néchin - Toufflers", 50.6669, 3.2475, IN, OUT)));

  private Estaimpuis() {}

  private static Camera camera(
      String id,
      String road,
      double latitude,
      double longitude,
      Crossing approaching,
      Crossing receding) {
    return new Camera(
        id, "BE", road, "estaimpuis", latitude, longitude, approaching, receding, true);
  }
}
