package eu.passage.jobs.config;

import java.net.URI;

/**
 * The schema registry.
 *
 * @param url base address of a registry that speaks the Confluent REST, http or https
 */
public record RegistrySettings(URI url) {

  public RegistrySettings {
    String scheme = url.getScheme();
    InvalidValueException.require(
        "http".equals(scheme) || "https".equals(scheme), "url", url, "an http or https address");
  }
}
