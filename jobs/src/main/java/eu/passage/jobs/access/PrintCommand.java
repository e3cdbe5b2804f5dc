package eu.passage.jobs.access;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code passage acls print}. */
@Command(
    name = "print",
    description = "Writes the table as lines for kafka-acls, for brokers that this cannot reach.",
    mixinStandardHelpOptions = true)
final class PrintCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PlanOption plan = new PlanOption();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    plan.read()
        .bindings()
        .forEach(
            one ->
                out.printf(
                    "kafka-acls --bootstrap-server \"$BOOTSTRAP\" --add %s%n", AclLine.of(one)));
    out.flush();
  }
}
