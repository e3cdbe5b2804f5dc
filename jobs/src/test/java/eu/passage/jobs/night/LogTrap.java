package eu.passage.jobs.night;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Everything that is logged while it is open, finer than anybody would have it: all of this
 * project, and of libraries what is worth telling. A library may stop threads as it likes, so of
 * what it says only lines about a vehicle count.
 */
final class LogTrap implements AutoCloseable {

  private static final String OURS = "eu.passage";

  private final List<Said> lines = new CopyOnWriteArrayList<>();
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final Configuration configuration = context.getConfiguration();
  private final LoggerConfig root = configuration.getRootLogger();
  private final Level before = root.getLevel();
  private final Catcher catcher = new Catcher();

  LogTrap() {
    catcher.start();
    root.addAppender(catcher, Level.ALL, null);
    root.setLevel(Level.INFO);
    LoggerConfig ours = new LoggerConfig(OURS, Level.ALL, true);
    ours.setParent(root);
    configuration.addLogger(OURS, ours);
    // the console of the tests stays as it is
    root.getAppenders().keySet().stream()
        .filter(name -> !name.equals(catcher.getName()))
        .toList()
        .forEach(
            name -> {
              var appender = root.getAppenders().get(name);
              root.removeAppender(name);
              root.addAppender(appender, before, null);
            });
    context.updateLoggers();
  }

  /** What was logged. */
  List<Said> lines() {
    return List.copyOf(lines);
  }

  /** What this project logged, and what else was logged about any of these. */
  List<Said> about(List<String> names) {
    return lines.stream()
        .filter(
            line -> line.where().startsWith(OURS) || names.stream().anyMatch(line.text()::contains))
        .toList();
  }

  @Override
  public void close() {
    root.removeAppender(catcher.getName());
    root.setLevel(before);
    configuration.removeLogger(OURS);
    context.updateLoggers();
    catcher.stop();
  }

  private final class Catcher extends AbstractAppender {

    Catcher() {
      super(
          "trap",
          null,
          PatternLayout.newBuilder().withPattern("%m %throwable").build(),
          false,
          Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      lines.add(new Said(event.getLoggerName(), toSerializable(event).toString()));
    }
  }
}
