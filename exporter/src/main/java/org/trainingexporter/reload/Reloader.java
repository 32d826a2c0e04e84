package org.trainingexporter.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.service.Loop;

/**
 * Reads the configuration again when asked, and files that may change at any time when they do. All
 * parts are read before the first one changes; a bad file changes nothing and is logged. Any
 * thread.
 */
public final class Reloader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Reloader.class);
  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
  private final Map<String, ReloadablePart> parts = new LinkedHashMap<>();
  private final List<Loop> watching = new ArrayList<>();
  private final Set<String> failed = new TreeSet<>();
  private final InstantSource clock;

  /** Apart from the lock: who asks for it must not wait for a reload that reads slow files. */
  private volatile ReloadState state;

  public Reloader(InstantSource clock) {
    this.clock = clock;
    this.state = new ReloadState(true, clock.instant());
  }

  /** Adds a part that is read on request. */
  public synchronized void add(String name, ReloadablePart part) {
    parts.put(name, part);
  }

  /**
   * Adds a part that is also read when its files change.
   *
   * @param files its files as they are named now
   */
  public synchronized void add(String name, ReloadablePart part, Supplier<List<Path>> files) {
    add(name, part);
    WatchedFiles watched = new WatchedFiles(files);
    Loop loop =
        new Loop(
            "reload",
            "checking config files failed",
            CHECK_EVERY,
            () -> {
              if (watched.changed()) {
                reload("a file has changed", Map.of(name, part));
              }
              return Loop.Next.IDLE;
            });
    watching.add(loop);
    loop.start();
  }

  /**
   * Reads all parts again.
   *
   * @param cause for the log, such as {@code "SIGHUP"}
   * @return what is wrong; empty if everything is in effect
   */
  public synchronized Optional<String> reload(String cause) {
    return reload(cause, parts);
  }

  private synchronized Optional<String> reload(String cause, Map<String, ReloadablePart> which) {
    List<Runnable> effects = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    which.forEach(
        (name, part) -> {
          try {
            effects.add(part.read());
            failed.remove(name);
          } catch (RuntimeException e) {
            failed.add(name);
            problems.add(e.getMessage() == null ? e.toString() : e.getMessage());
          }
        });
    if (!problems.isEmpty()) {
      state = new ReloadState(false, state.time());
      String problem = String.join("; ", problems);
      log.error("configuration not reloaded ({}), the old one stays: {}", cause, problem);
      return Optional.of(problem);
    }
    effects.forEach(Runnable::run);
    state = new ReloadState(failed.isEmpty(), clock.instant());
    log.info("configuration reloaded ({})", cause);
    return Optional.empty();
  }

  public ReloadState state() {
    return state;
  }

  /** Watches files no longer. */
  @Override
  public synchronized void close() {
    watching.forEach(Loop::close);
  }
}
