package eu.passage.jobs.rules;

import eu.passage.cep.language.RuleLanguage;
import eu.passage.jobs.config.PassageConfig;
import eu.passage.schemas.cameras.CameraCatalogue;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The argument {@code FILE…}, the same for every command that takes rules. */
final class RuleFilesArgument {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of rules, - for standard input, or names of shipped rules.")
  private List<String> names = List.of();

  /** The files, checked against the cameras and limits of the configuration. */
  CheckedFiles read(PassageConfig config) {
    return read(names, config);
  }

  /** The same for names that another option gives. */
  static CheckedFiles read(List<String> names, PassageConfig config) {
    CameraCatalogue cameras = config.catalogue();
    RuleLanguage language =
        new RuleLanguage(cameras, config.detection().settings(cameras).ruleLimits());
    return CheckedFiles.of(names, new RuleTexts(System.in), language);
  }
}
