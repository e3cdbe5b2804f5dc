package eu.passage.jobs.rules;

import eu.passage.cep.language.RuleLanguage;
import eu.passage.jobs.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code passage rules schema}. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of rules: completion and red underlines in editors.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  private static final String SCHEMA = "rule.schema.json";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Write it to a file, and say how editors find it.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    String schema = schema();
    if (file == null) {
      out.print(schema);
    } else {
      Files.writeString(file, schema);
      out.printf(
          "%s is written. VS Code (extension YAML) and IntelliJ use it for a file that begins with%n"
              + "# yaml-language-server: $schema=%s%n",
          file, file);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String schema() throws IOException {
    try (InputStream in = RuleLanguage.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is part of the rule language");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
