package eu.passage.jobs.archive;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Waits until a class of this package warns. */
final class Heard extends AbstractAppender implements AutoCloseable {

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final String logger;
  private final CountDownLatch warned;

  /**
   * @param times how often it must
   */
  Heard(Class<?> who, int times) {
    super("heard", null, null, false, Property.EMPTY_ARRAY);
    logger = who.getName();
    warned = new CountDownLatch(times);
    start();
    LoggerConfig config = new LoggerConfig(logger, Level.WARN, false);
    config.addAppender(this, Level.WARN, null);
    context.getConfiguration().addLogger(logger, config);
    context.updateLoggers();
  }

  @Override
  public void append(LogEvent event) {
    warned.countDown();
  }

  /** Whether it did, within this. */
  boolean within(long seconds) throws InterruptedException {
    return warned.await(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    context.getConfiguration().removeLogger(logger);
    context.updateLoggers();
    stop();
  }
}
