package eu.passage.cep.trucks.bans;

import java.io.Serializable;
import java.util.List;

/**
 * What trucks are controlled for, and how.
 *
 * @param bans may be none
 */
public record ControlPlan(Bans bans, ControlSettings settings) implements Serializable {

  /** No ban. */
  public static final ControlPlan NONE =
      new ControlPlan(new Bans(List.of()), ControlSettings.DEFAULTS);
}
