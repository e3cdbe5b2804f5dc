package eu.passage.jobs.tolls.review;

import eu.passage.cep.toll.rerate.Decision;
import eu.passage.cep.toll.rerate.SaidFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a person decides and why, as options. */
final class DecisionOptions {

  /** One of both. */
  static final class Which {
    @Option(names = "--bill", required = true, description = "It is billed, by the tariff.")
    private boolean bill;

    @Option(names = "--withdraw", required = true, description = "It is taken back.")
    private boolean withdraw;
  }

  @ArgGroup private Which which = new Which();

  @Option(
      names = "--fact",
      paramLabel = "NAME=VALUE",
      description =
          "With --bill, what you know of the vehicle: euroClass=6, co2Class=…, maximumMassKg=…,"
              + " weightKg=…, axles=…, use=military, use=none. What you do not say is taken as the"
              + " tariff assumes it.")
  private List<String> facts = List.of();

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides: a service or function.")
  private String by = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
  private String reason = "";

  String by() {
    return by.strip();
  }

  String reason() {
    return reason.strip();
  }

  /** For the audit. */
  List<String> facts() {
    return facts;
  }

  /**
   * The decision; empty where nothing is to be decided.
   *
   * @throws IllegalArgumentException when something is missing or wrong, with what to write
   */
  Optional<Decision> decision() {
    boolean any = which.bill || which.withdraw;
    if (!any) {
      if (!facts.isEmpty() || !by.isBlank() || !reason.isBlank()) {
        throw new IllegalArgumentException("What is decided? Write --bill or --withdraw");
      }
      return Optional.empty();
    }
    if (by.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("Who decides it, and why? Write --by NAME --reason TEXT");
    }
    if (which.withdraw && !facts.isEmpty()) {
      throw new IllegalArgumentException("--fact: what is taken back is not computed by facts");
    }
    Map<String, String> said = SaidFacts.read(facts);
    return Optional.of(which.bill ? new Decision.Bill(said) : new Decision.Withdraw());
  }
}
