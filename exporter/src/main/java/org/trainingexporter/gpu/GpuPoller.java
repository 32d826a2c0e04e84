package org.trainingexporter.gpu;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.gpu.join.CardLedger;
import org.trainingexporter.gpu.join.EnergyLedger;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.join.RunGpuUsage;
import org.trainingexporter.gpu.join.RunJoin;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuSource;
import org.trainingexporter.gpu.reading.GpuUnavailableException;
import org.trainingexporter.process.WatchedRun;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.service.Loop;

/**
 * Reads a source on its own thread, so that a driver that hangs never delays a scrape: {@link
 * #current()} returns the last reading. Each problem is logged once, and so is its end.
 */
public final class GpuPoller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GpuPoller.class);

  /** A reading that takes longer hangs. */
  private static final Duration LONGEST_READING = Duration.ofSeconds(5);

  /** An older reading is not shown; with a long interval, one older than three of these. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  private static final Duration RETRY_WITHOUT_DRIVER = Duration.ofMinutes(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final GpuSource source;
  private final RunJoin join;
  private final Supplier<List<WatchedRun>> runs;
  private final InstantSource clock;
  private final Duration interval;
  private final RisingCounters counters = new RisingCounters();
  private final EnergyLedger energy = new EnergyLedger();
  private final CardLedger cards = new CardLedger();
  private final FaultReporter faults = new FaultReporter(log);
  private final Loop loop;
  private volatile Instant readingSince = Instant.MAX;
  private volatile GpuSnapshot last;

  /**
   * @param runs asked once a reading, on the poller's thread
   * @param interval from the end of a reading to the next
   */
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
    this.last = GpuSnapshot.withoutCards(clock.instant(), GpuHealth.NOT_ATTEMPTED);
    this.loop =
        new Loop("gpu", "reading the GPUs failed", interval, () -> Loop.Next.after(poll()))
            .atEnd(source::close);
  }

  public void start() {
    loop.start();
  }

  /** The last reading while it is fresh, else one without cards. Never blocks; any thread. */
  public GpuSnapshot current() {
    Instant now = clock.instant();
    Instant since = readingSince;
    GpuSnapshot shown = last;
    boolean stale = shown.at().plus(max(FRESH, interval.multipliedBy(3))).isBefore(now);
    if (since.isBefore(now.minus(LONGEST_READING))) {
      return hung(shown, stale, since, now);
    }
    if (stale && shown.health().up()) {
      return GpuSnapshot.withoutCards(
          shown.at(), GpuHealth.down(false, 0, "no reading since " + shown.at()));
    }
    return shown;
  }

  private GpuSnapshot hung(GpuSnapshot shown, boolean stale, Instant since, Instant now) {
    String problem = "a call to the driver has not returned since " + since;
    report(problem, Level.WARN);
    double seconds = Duration.between(since, now).toMillis() / 1e3;
    GpuHealth hung = GpuHealth.hung(!stale && shown.health().up(), seconds, problem);
    return stale ? GpuSnapshot.withoutCards(shown.at(), hung) : shown.with(hung);
  }

  /** Makes one reading; returns how long to wait for the next. */
  public Duration poll() {
    Instant start = clock.instant();
    readingSince = start;
    try {
      last = read(start);
    } finally {
      readingSince = Instant.MAX;
    }
    GpuHealth health = last.health();
    report(health.problem(), health.success() ? Level.INFO : Level.WARN);
    return health.up() ? interval : max(interval, RETRY_WITHOUT_DRIVER);
  }

  private GpuSnapshot read(Instant start) {
    try {
      List<Gpu> gpus = counters.hold(source.read());
      List<WatchedRun> watched = runs.get();
      List<RunGpu> joins = join.join(gpus, watched);
      List<RunGpuUsage> uses = cards.book(gpus, joins, watched, energy.book(gpus, joins, watched));
      Instant end = clock.instant();
      return new GpuSnapshot(end, GpuHealth.up(seconds(start, end)), gpus, joins, uses);
    } catch (GpuUnavailableException e) {
      return withoutCards(start, true, e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      return withoutCards(start, false, e.toString());
    }
  }

  private GpuSnapshot withoutCards(Instant start, boolean success, String problem) {
    Instant end = clock.instant();
    return GpuSnapshot.withoutCards(end, GpuHealth.down(success, seconds(start, end), problem));
  }

  private void report(String problem, Level level) {
    if (problem.isEmpty()) {
      faults.recovered("GPU metrics are back");
    } else {
      faults.failed(level, "No GPU metrics: " + problem);
    }
  }

  private static double seconds(Instant start, Instant end) {
    return Duration.between(start, end).toNanos() / 1e9;
  }

  /** Ends the thread and waits a second; a thread that hangs in the driver is left behind. */
  @Override
  public void close() {
    loop.close();
    loop.awaitEnd(CLOSE_LIMIT);
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
