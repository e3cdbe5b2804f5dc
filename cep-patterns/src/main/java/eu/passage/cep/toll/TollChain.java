package eu.passage.cep.toll;

import eu.passage.avro.Charge;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.schemas.ids.Ids;
import org.jspecify.annotations.Nullable;

/**
 * First events and their corrections. Nothing is overwritten: a correction is an event of its own
 * that names the one whose place it takes.
 */
public final class TollChain {

  private static final int FIELDS = TollEvent.getClassSchema().getFields().size();

  private TollChain() {}

  /** The first event of a passage. */
  public static TollEvent first(TollEvent says) {
    return named(says, null, CorrectionCause.NONE);
  }

  /**
   * The event that takes another's place.
   *
   * @param before the last event of the passage
   */
  public static TollEvent correction(TollEvent says, TollEvent before, CorrectionCause cause) {
    return named(says, before.getEventId(), cause);
  }

  /** The event that takes another back: nothing is owed, and no truck passed by itself. */
  public static TollEvent withdrawal(TollEvent before, CorrectionCause cause) {
    TollEvent gone = copy(before);
    gone.setStatus(TollStatus.WITHDRAWN);
    gone.setCharge(null);
    return correction(gone, before, cause);
  }

  /** The same with another sequence. */
  public static TollEvent numbered(TollEvent event, long sequence) {
    TollEvent numbered = copy(event);
    numbered.setSequence(sequence);
    return numbered;
  }

  /** A record of its own whose parts, which nobody changes, are the other's. */
  static TollEvent copy(TollEvent event) {
    TollEvent copy = new TollEvent();
    for (int field = 0; field < FIELDS; field++) {
      copy.put(field, event.get(field));
    }
    return copy;
  }

  /**
   * With its id. Two events of one passage differ in what they correct, and two that correct
   * nothing in the vehicle that they charge.
   */
  private static TollEvent named(TollEvent says, @Nullable String corrects, CorrectionCause cause) {
    TollEvent event = copy(says);
    Charge charge = event.getCharge();
    event.setCorrects(corrects);
    event.setCause(cause);
    event.setSequence(0L);
    event.setEventId(
        Ids.of(
            "toll",
            event.getOriginator(),
            event.getPassageId(),
            corrects == null ? "" : corrects,
            TollDraft.vehicle(event),
            event.getStatus().name(),
            charge == null ? "" : charge.getTariffId() + "/" + charge.getTariffVersion(),
            charge == null ? "" : charge.getAmount().toPlainString()));
    return event;
  }
}
