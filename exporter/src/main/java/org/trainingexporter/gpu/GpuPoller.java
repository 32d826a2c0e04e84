package org.trainingexporter.gpu;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.gpu.join.EnergyLedger;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.join.RunGpuUsage;
import org.trainingexporter.gpu.join.RunJoin;
import org.trainingexporter.gpu.join.WatchedRun;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuSource;
import org.trainingexporter.gpu.reading.GpuUnavailableException;

/**
 * Reads a source on its own thread, so that a driver that hangs never holds up a scrape: {@link
 * #current()} only looks at what was read last. Each change for the worse or the better is logged
 * once.
 */
public final class GpuPoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GpuPoller.class);
  private static final Duration HUNG = Duration.ofSeconds(5);
  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final GpuSource source;
  private final RunJoin join;
  private final Supplier<List<WatchedRun>> runs;
  private final InstantSource clock;
  private final Duration interval;
  private final RisingCounters counters = new RisingCounters();
  private final EnergyLedger energy = new EnergyLedger();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<String> logged = new AtomicReference<>("");
  private final Thread thread = new Thread(this::run, "gpu");
  private volatile Instant readingSince = Instant.MAX;
  private volatile GpuSnapshot last;

  public GpuPoller(
      GpuSource source,
      RunJoin join,
      Supplier<List<WatchedRun>> runs,
      InstantSource clock,
      Duration interval) {
    this.source = source;
    this.join = join;
    this.runs = runs;
    this.clock = clock;
    this.interval = interval;
    this.last =
        GpuSnapshot.without(
            clock.instant(), new GpuHealth(false, true, Double.NaN, "not read yet"));
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** The last reading while it is fresh, else one without cards. Never blocks; any thread. */
  public GpuSnapshot current() {
    Instant now = clock.instant();
    Instant since = readingSince;
    GpuSnapshot shown = last;
    Duration fresh = max(FRESH, interval.multipliedBy(3));
    boolean stale = shown.at().plus(fresh).isBefore(now);
    if (since.isBefore(now.minus(HUNG))) {
      String problem = "a call to the driver has not returned since " + since;
      logProblem(problem, Level.WARN);
      double seconds = Duration.between(since, now).toMillis() / 1e3;
      GpuHealth hung = new GpuHealth(!stale && shown.health().up(), false, seconds, problem);
      return stale ? GpuSnapshot.without(shown.at(), hung) : shown.with(hung);
    }
    if (stale && shown.health().up()) {
      return GpuSnapshot.without(
          shown.at(), new GpuHealth(false, false, 0, "no reading since " + shown.at()));
    }
    return shown;
  }

  /** One reading; returns how long to wait for the next one. */
  public Duration poll() {
    Instant start = clock.instant();
    readingSince = start;
    try {
      last = read(start);
    } finally {
      readingSince = Instant.MAX;
    }
    logProblem(last.health().problem(), last.health().success() ? Level.INFO : Level.WARN);
    return last.health().up() ? interval : max(interval, LOOK_AGAIN);
  }

  private GpuSnapshot read(Instant start) {
    try {
      List<Gpu> gpus = counters.hold(source.read());
      List<WatchedRun> watched = runs.get();
      List<RunGpu> joins = join.join(gpus, watched);
      List<RunGpuUsage> uses = energy.book(gpus, joins, watched);
      Instant end = clock.instant();
      double seconds = Duration.between(start, end).toNanos() / 1e9;
      return new GpuSnapshot(end, new GpuHealth(true, true, seconds, ""), gpus, joins, uses);
    } catch (GpuUnavailableException e) {
      return failed(start, true, e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return failed(start, false, e.toString());
    }
  }

  private GpuSnapshot failed(Instant start, boolean success, String problem) {
    Instant end = clock.instant();
    double seconds = Duration.between(start, end).toNanos() / 1e9;
    return GpuSnapshot.without(end, new GpuHealth(false, success, seconds, problem));
  }

  private void logProblem(String problem, Level level) {
    String before = logged.getAndSet(problem);
    if (!problem.isEmpty() && !problem.equals(before)) {
      LOG.atLevel(level).log("No GPU metrics: {}", problem);
    } else if (problem.isEmpty() && !before.isEmpty()) {
      LOG.info("GPU metrics are back");
    }
  }

  private void run() {
    try {
      while (!closing.await(poll().toMillis(), TimeUnit.MILLISECONDS)) {
        // The waiting is the pause between two readings.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      source.close();
    }
  }

  /**
   * Asks the thread to end and waits a second; a thread that hangs in the driver is left behind.
   */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
