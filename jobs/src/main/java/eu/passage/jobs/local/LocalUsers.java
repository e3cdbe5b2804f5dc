package eu.passage.jobs.local;

import java.util.Map;
import java.util.TreeMap;

/**
 * Users of a broker in process that lets nobody in without a name and a password, and nobody do
 * what its rights do not say.
 *
 * @param passwords by name
 */
public record LocalUsers(Map<String, String> passwords) {

  /** The broker itself, which may do everything. */
  static final String BROKER = "broker";

  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

  public LocalUsers {
    passwords = Map.copyOf(passwords);
    if (!passwords.containsKey(BROKER)) {
      throw new IllegalArgumentException("the users lack '" + BROKER + "'");
    }
    passwords.forEach(
        (name, password) -> {
          if (!name.matches("[a-z0-9-]+") || !password.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                "names and passwords are letters, digits and dashes: " + name);
          }
        });
  }

  /** What a client needs to come in as one of them. */
  public Map<String, String> clientProperties(String user) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        login(user) + ";");
  }

  /** Who may come in, and who the broker itself comes in as. */
  String brokerLogin() {
    StringBuilder login = new StringBuilder(login(BROKER));
    new TreeMap<>(passwords)
        .forEach((name, password) -> login.append(" user_%s=\"%s\"".formatted(name, password)));
    return login.append(';').toString();
  }

  private String login(String user) {
    String password = passwords.get(user);
    if (password == null) {
      throw new IllegalArgumentException("there is no user '" + user + "'");
    }
    return "%s required username=\"%s\" password=\"%s\"".formatted(PLAIN, user, password);
  }
}
