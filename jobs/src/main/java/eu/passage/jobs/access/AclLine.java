package eu.passage.jobs.access;

import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A right as the arguments of kafka-acls. */
final class AclLine {

  private AclLine() {}

  static String of(AclBinding binding) {
    ResourcePattern pattern = binding.pattern();
    String resource =
        pattern.resourceType() == ResourceType.CLUSTER
            ? "--cluster"
            : "--%s '%s' --resource-pattern-type %s"
                .formatted(
                    option(pattern.resourceType()),
                    pattern.name(),
                    pattern.patternType().name().toLowerCase(Locale.ROOT));
    return "--allow-principal '%s' --operation %s %s"
        .formatted(
            binding.entry().principal(), camel(binding.entry().operation().name()), resource);
  }

  private static String option(ResourceType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** ALTER_CONFIGS as AlterConfigs. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return camel.toString();
  }
}
