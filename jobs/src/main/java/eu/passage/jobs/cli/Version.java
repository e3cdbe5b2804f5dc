package eu.passage.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      Properties build = new Properties();
      build.load(Objects.requireNonNull(in, "version.properties is made by the build"));
      return new String[] {"passage " + build.getProperty("version")};
    }
  }
}
