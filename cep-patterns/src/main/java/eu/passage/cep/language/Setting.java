package eu.passage.cep.language;

import eu.passage.cep.predicate.PredicateCompiler;
import eu.passage.schemas.cameras.CameraCatalogue;

/** What rules are checked against. */
record Setting(CameraCatalogue cameras, RuleLimits limits, PredicateCompiler predicates) {}
