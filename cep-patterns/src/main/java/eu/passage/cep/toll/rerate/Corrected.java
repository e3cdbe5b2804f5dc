package eu.passage.cep.toll.rerate;

import eu.passage.avro.Charge;
import eu.passage.avro.ChargeInput;
import eu.passage.avro.CorrectionCause;
import eu.passage.avro.TollEvent;
import eu.passage.avro.TollStatus;
import eu.passage.cep.toll.TollChain;
import eu.passage.cep.toll.rating.Inputs;
import eu.passage.cep.toll.rating.Rated;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The correction of a stored event by what it owes now. */
final class Corrected {

  private Corrected() {}

  static TollEvent by(Rated now, TollEvent before, TollStatus status, CorrectionCause cause) {
    TollEvent says =
        TollEvent.newBuilder(before)
            .setCharge(now.charge().orElse(null))
            .setStatus(status)
            .setPassageIds(passages(now, before))
            .build();
    return TollChain.correction(says, before, cause);
  }

  /** The entry of its way first, then the passage by each of its cameras. */
  private static List<String> passages(Rated now, TollEvent before) {
    Set<String> passages = new LinkedHashSet<>(now.passageIds());
    Set<String> cameras = new LinkedHashSet<>(before.getPassageIds());
    Charge charge = before.getCharge();
    if (charge != null) {
      charge.getInputs().stream()
          .filter(input -> input.getName().equals(Inputs.ENTRY))
          .map(ChargeInput::getValue)
          .forEach(cameras::remove);
    }
    passages.addAll(cameras);
    return List.copyOf(passages);
  }
}
