package eu.passage.jobs.police;

import eu.passage.cep.notices.Recipient;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.text.Suggestion;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --as RECIPIENT}: for which service a command reads and speaks. */
final class RecipientOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--as",
      paramLabel = "RECIPIENT",
      required = true,
      description = "The service that is told, such as police-be: one of the configuration's.")
  private String id = "";

  /**
   * The service as configured.
   *
   * @throws ParameterException when there is none of this name
   */
  Recipient of(PassageConfig config) {
    List<Recipient> all = config.detection().recipients();
    return all.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> ids = all.stream().map(Recipient::id).toList();
              return new ParameterException(
                  spec.commandLine(),
                  "--as: there is no recipient '%s'%s; the configuration has %s"
                      .formatted(id, Suggestion.of(id, ids), String.join(", ", ids)));
            });
  }
}
