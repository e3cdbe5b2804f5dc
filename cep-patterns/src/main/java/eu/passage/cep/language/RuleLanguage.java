package eu.passage.cep.language;

import java.util.List;

public final class RuleLanguage {
  public RuleLanguage(eu.passage.schemas.cameras.CameraCatalogue c, RuleLimits l) {}

  public List<RuleDocument> parse(String f, String t) throws RuleException {
    throw RuleException.of(f, "x");
  }
}
