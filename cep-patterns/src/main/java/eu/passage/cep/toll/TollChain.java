package eu.passage.cep.toll;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.schemas.ids.Ids;

/**
 * First events and their corrections. Nothing is overwritten: a correction is an event of its own
 * that names the one whose place it takes.
 */
public final class TollChain {

  private TollChain() {}

  /** The first event of a passage. */
  public static TollEvent first(TollEvent says) {
    return named(
        TollEvent.newBuilder(says).setCorrects(null).setCause(CorrectionCause.NONE).build());
  }

  /**
   * The event that takes another's place.
   *
   * @param before the last event of the passage
   */
  public static TollEvent correction(TollEvent says, TollEvent before, CorrectionCause cause) {
    return named(
        TollEvent.newBuilder(says).setCorrects(before.getEventId()).setCause(cause).build());
  }

  /** The event that takes another back: nothing is owed, and no truck passed by itself. */
  public static TollEvent withdrawal(TollEvent before, CorrectionCause cause) {
    TollEvent gone =
        TollEvent.newBuilder(before).setStatus(TollStatus.WITHDRAWN).setCharge(null).build();
    return correction(gone, before, cause);
  }

  /**
   * With its id. Two events of one passage differ in what they correct, and two that correct
   * nothing in the vehicle that they charge.
   */
  private static TollEvent named(TollEvent event) {
    String corrects = event.getCorrects();
    Charge charge = event.getCharge();
    String id =
        Ids.of(
            "toll",
            event.getOriginator(),
            event.getPassageId(),
            corrects == null ? "" : corrects,
            TollDraft.vehicle(event),
            event.getStatus().name(),
            charge == null ? "" : charge.getTariffId() + "/" + charge.getTariffVersion(),
            charge == null ? "" : charge.getAmount().toPlainString());
    return TollEvent.newBuilder(event).setEventId(id).setSequence(0).build();
  }
}
