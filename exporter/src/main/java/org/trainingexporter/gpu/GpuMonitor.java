package org.trainingexporter.gpu;

import io.prometheus.client.Collector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.trainingexporter.gpu.demo.DemoGpus;
import org.trainingexporter.gpu.join.ConfiguredJoin;
import org.trainingexporter.gpu.join.ProcessJoin;
import org.trainingexporter.gpu.join.WatchedRun;
import org.trainingexporter.gpu.nvml.NvmlGpus;

/**
 * The door to the GPU room: who does not open it loads nothing of it. Reads on a thread of its own
 * from {@link #start} to {@link #close}; the rest is for any thread and never blocks.
 */
public final class GpuMonitor implements AutoCloseable {
  private final GpuPoller poller;
  private final GpuMetrics metrics;

  private GpuMonitor(GpuPoller poller) {
    this.poller = poller;
    this.metrics = new GpuMetrics(poller::current);
  }

  /** The runs are asked for once a reading, on the room's own thread. */
  public static GpuMonitor open(
      GpuOptions options, Supplier<List<WatchedRun>> runs, InstantSource clock) {
    if (options.demo()) {
      DemoGpus demo = new DemoGpus(runs, clock);
      return new GpuMonitor(new GpuPoller(demo, demo, runs, clock, options.interval()));
    }
    return new GpuMonitor(
        new GpuPoller(
            new NvmlGpus(options.library(), options.pcieThroughput(), clock),
            new ConfiguredJoin(new ProcessJoin(Path.of("/proc")), options.byHand()),
            runs,
            clock,
            options.interval()));
  }

  public void start() {
    poller.start();
  }

  /** The families of cards and runs, to be registered once. */
  public Collector metrics() {
    return metrics;
  }

  public GpuSnapshot snapshot() {
    return poller.current();
  }

  @Override
  public void close() {
    poller.close();
  }
}
