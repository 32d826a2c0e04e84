package org.trainingexporter;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.http.HttpServer;
import org.trainingexporter.reload.ReloadState;
import org.trainingexporter.reload.Reloader;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.web.flag.Flag;

/** Connects reloads with the settings, the watcher and the server. Any number of threads. */
final class Reloading implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Reloading.class);

  /** The flags that are in effect after a reload; others need a restart. */
  private static final Set<Flag<?>> LIVE = Set.of(Flags.COST_PER_GPU_HOUR, Flags.COST_CURRENCY);

  private final AtomicReference<Settings> current;
  private final Supplier<Settings> again;
  private final Reloader reloader;

  /**
   * @param again reads the settings once more
   */
  Reloading(Settings settings, Supplier<Settings> again, InstantSource clock) {
    this.current = new AtomicReference<>(settings);
    this.again = again;
    this.reloader = new Reloader(clock);
  }

  /** What the settings of now say of a run. */
  Optional<RunRule> rule(String run) {
    return current.get().pricedRuleFor(run);
  }

  /** Begins to watch the server's files. */
  void start(Watcher watcher, HttpServer server) {
    reloader.add("config.file", () -> settings(watcher));
    reloader.add("web.config.file", server::readConfig, server::configFiles);
  }

  private Runnable settings(Watcher watcher) {
    Settings read = again.get();
    return () -> {
      Settings before = current.getAndSet(read);
      List<String> restart =
          read.differences(before).stream()
              .filter(flag -> !LIVE.contains(flag))
              .map(Flag::name)
              .toList();
      if (!restart.isEmpty()) {
        log.warn("changed, but in effect only after a restart: {}", String.join(", ", restart));
      }
      watcher.rulesChanged();
    };
  }

  /** Reads all files again; what is wrong, or empty. */
  Optional<String> reload(String cause) {
    return reloader.reload(cause);
  }

  ReloadState state() {
    return reloader.state();
  }

  @Override
  public void close() {
    reloader.close();
  }
}
