package eu.passage.jobs.access;

import eu.passage.jobs.config.PassageConfig;
import eu.passage.jobs.kafka.Administration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Brings a broker's rights to what the plan says, for the principals that it names. */
public final class BrokerAccess implements AutoCloseable {

  private final Administration broker;

  /** What had to change. */
  public record Change(List<AclBinding> given, List<AclBinding> taken) {}

  public BrokerAccess(PassageConfig config) {
    broker = new Administration(config);
  }

  /**
   * Gives what is missing and takes what the plan does not name; the rights of principals that it
   * does not name stay as they are. When it returns, the broker that was asked acts by them: it
   * learns of rights only some time after they are written.
   *
   * @throws eu.passage.jobs.kafka.NoAnswerException when the broker does not do it
   */
  public Change apply(AccessPlan plan) {
    Set<String> principals = new HashSet<>();
    plan.principals().keySet().forEach(name -> principals.add(AccessPlan.user(name)));
    Collection<AclBinding> there = inForce();
    List<AclBinding> planned = plan.bindings();
    List<AclBinding> given = new ArrayList<>(planned);
    given.removeAll(Set.copyOf(there));
    List<AclBinding> taken =
        there.stream()
            .filter(one -> principals.contains(one.entry().principal()))
            .filter(one -> !planned.contains(one))
            .sorted(Comparator.comparing(AclLine::of))
            .toList();
    broker.await(broker.admin().createAcls(given).all());
    broker.await(
        broker.admin().deleteAcls(taken.stream().map(AclBinding::toFilter).toList()).all());
    awaitThat(given, taken);
    return new Change(given, taken);
  }

  private void awaitThat(List<AclBinding> given, List<AclBinding> taken) {
    broker.awaitThat(
        "has the rights that were written",
        () -> {
          Set<AclBinding> there = Set.copyOf(inForce());
          return there.containsAll(given) && taken.stream().noneMatch(there::contains);
        });
  }

  private Collection<AclBinding> inForce() {
    return broker.await(broker.admin().describeAcls(AclBindingFilter.ANY).values());
  }

  @Override
  public void close() {
    broker.close();
  }
}
