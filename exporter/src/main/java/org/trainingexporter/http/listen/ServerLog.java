package org.trainingexporter.http.listen;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.web.log.RepeatedLines;

/**
 * Receives what the libraries of the server log. A client can cause such lines at will, so that
 * each is logged without its stack trace and once a minute at most; all of it at debug level.
 */
final class ServerLog extends Handler {
  private static final List<String> LIBRARIES = List.of("io.undertow", "org.xnio", "org.jboss");
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ServerLog.class);

  /** Held, since java.util.logging forgets loggers that nobody holds. */
  private static final List<Logger> LOGGERS = LIBRARIES.stream().map(Logger::getLogger).toList();

  private final RepeatedLines lines = new RepeatedLines(System::nanoTime);

  private ServerLog() {
    setLevel(Level.ALL);
  }

  /** Must run before the first class of the server is loaded, which chooses its logger. */
  static void install() {
    System.setProperty("org.jboss.logging.provider", "jdk");
    Handler log = new ServerLog();
    for (Logger library : LOGGERS) {
      library.setUseParentHandlers(false);
      library.setLevel(LOG.isDebugEnabled() ? Level.FINE : Level.WARNING);
      for (Handler before : library.getHandlers()) {
        library.removeHandler(before);
      }
      library.addHandler(log);
    }
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().intValue() < Level.WARNING.intValue()) {
      LOG.debug("{}", entry.getMessage(), entry.getThrown());
      return;
    }
    String message = entry.getThrown() == null ? "" : ": " + entry.getThrown();
    lines
        .suffix(entry.getLoggerName() + code(entry.getMessage()))
        .ifPresent(
            suffix -> LOG.warn("the web server: {}{}{}", entry.getMessage(), message, suffix));
    LOG.debug("Where", entry.getThrown());
  }

  /** What stands before the first colon, such as UT005090; else the whole message. */
  private static String code(String message) {
    int colon = String.valueOf(message).indexOf(':');
    return colon < 0 ? String.valueOf(message) : message.substring(0, colon);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
