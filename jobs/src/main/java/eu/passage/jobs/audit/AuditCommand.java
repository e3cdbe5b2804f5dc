package eu.passage.jobs.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code passage audit COMMAND}. */
@Command(
    name = "audit",
    description = {
      "Who added, approved, changed, consulted and received what, and why.",
      "",
      "  passage audit verify                   is every chain of the topic whole?",
      "  passage audit export --to audit.jsonl  append what is new to a file that only grows",
      "  passage audit verify audit.jsonl       is the file as it was written?",
      "  passage audit show --subject W-17      who did what to an entry?"
    },
    mixinStandardHelpOptions = true,
    subcommands = {VerifyCommand.class, ExportCommand.class, ShowCommand.class})
public final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "What: verify, export or show?");
  }
}
