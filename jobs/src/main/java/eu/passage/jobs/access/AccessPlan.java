package eu.passage.jobs.access;

import eu.passage.jobs.config.ShippedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: {@code acls.yaml}.
 *
 * @param principals by name
 */
public record AccessPlan(Map<String, Grants> principals) {

  private static final String ANY_HOST = "*";

  /** To administer topics, not to read or write them. */
  private static final List<AclOperation> OF_TOPICS =
      List.of(
          AclOperation.CREATE,
          AclOperation.ALTER,
          AclOperation.DESCRIBE,
          AclOperation.DESCRIBE_CONFIGS,
          AclOperation.ALTER_CONFIGS);

  /** What comes with the software. */
  public static AccessPlan shipped() {
    return ShippedData.read(AccessPlan.class, "acls.yaml");
  }

  public AccessPlan {
    principals = Map.copyOf(principals);
  }

  /**
   * What one principal may do; what is absent it may not. A name that ends with * stands for all
   * that begin so.
   *
   * @param read topics
   * @param write topics
   * @param writeOnce topics written exactly once by a job
   * @param groups consumer groups
   * @param transactions transactional ids
   * @param administer whether it keeps topics and rights
   */
  public record Grants(
      @Nullable List<String> read,
      @Nullable List<String> write,
      @Nullable List<String> writeOnce,
      @Nullable List<String> groups,
      @Nullable List<String> transactions,
      @Nullable Boolean administer) {}

  /** As the broker keeps it. */
  public List<AclBinding> bindings() {
    List<AclBinding> bindings = new ArrayList<>();
    new TreeMap<>(principals).forEach((name, grants) -> bindings.addAll(bindings(name, grants)));
    return bindings;
  }

  private static List<AclBinding> bindings(String principal, Grants grants) {
    List<AclBinding> bindings = new ArrayList<>();
    Granting granting =
        (type, names, operations) -> {
          for (String name : names == null ? List.<String>of() : names) {
            for (AclOperation operation : operations) {
              bindings.add(binding(principal, pattern(type, name), operation));
            }
          }
        };
    granting.grant(
        ResourceType.TOPIC, grants.read, List.of(AclOperation.READ, AclOperation.DESCRIBE));
    granting.grant(
        ResourceType.TOPIC, grants.write, List.of(AclOperation.WRITE, AclOperation.DESCRIBE));
    granting.grant(
        ResourceType.TOPIC,
        grants.writeOnce,
        List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE));
    granting.grant(ResourceType.GROUP, grants.groups, List.of(AclOperation.READ));
    granting.grant(
        ResourceType.TRANSACTIONAL_ID,
        grants.transactions,
        List.of(AclOperation.WRITE, AclOperation.DESCRIBE));
    if (Boolean.TRUE.equals(grants.administer)) {
      granting.grant(ResourceType.TOPIC, List.of("*"), OF_TOPICS);
      granting.grant(
          ResourceType.CLUSTER,
          List.of(Resource.CLUSTER_NAME),
          List.of(AclOperation.ALTER, AclOperation.DESCRIBE));
    }
    return bindings.stream().distinct().toList();
  }

  /** Gives some operations on all that is named. */
  private interface Granting {
    void grant(ResourceType type, @Nullable List<String> names, List<AclOperation> operations);
  }

  /** A lone * is the broker's own word for all there are. */
  private static ResourcePattern pattern(ResourceType type, String name) {
    boolean prefix = name.length() > 1 && name.endsWith("*");
    return new ResourcePattern(
        type,
        prefix ? name.substring(0, name.length() - 1) : name,
        prefix ? PatternType.PREFIXED : PatternType.LITERAL);
  }

  private static AclBinding binding(
      String principal, ResourcePattern pattern, AclOperation operation) {
    return new AclBinding(
        pattern,
        new AccessControlEntry(user(principal), ANY_HOST, operation, AclPermissionType.ALLOW));
  }

  /** How the broker names a principal. */
  static String user(String principal) {
    return "User:" + principal;
  }
}
