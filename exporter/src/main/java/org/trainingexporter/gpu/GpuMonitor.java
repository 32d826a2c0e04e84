package org.trainingexporter.gpu;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.trainingexporter.gpu.demo.DemoGpus;
import org.trainingexporter.gpu.join.ConfiguredJoin;
import org.trainingexporter.gpu.join.ProcessJoin;
import org.trainingexporter.gpu.nvml.NvmlGpus;
import org.trainingexporter.process.ProcFs;
import org.trainingexporter.process.WatchedRun;

/**
 * Entry point of the GPU room; nothing in the room is loaded unless this is used. Reads on its own
 * thread from {@link #start} to {@link #close}. {@link #snapshot} is for any thread and never
 * blocks.
 */
public final class GpuMonitor implements AutoCloseable {
  private final GpuPoller poller;

  private GpuMonitor(GpuPoller poller) {
    this.poller = poller;
  }

  /**
   * Makes a monitor that has not read yet.
   *
   * @param runs asked once a reading, on the monitor's thread
   */
  public static GpuMonitor open(
      GpuOptions options, Supplier<List<WatchedRun>> runs, InstantSource clock) {
    if (options.demo()) {
      DemoGpus demo = new DemoGpus(runs, clock);
      return new GpuMonitor(new GpuPoller(demo, demo, runs, clock, options.interval()));
    }
    return new GpuMonitor(
        new GpuPoller(
            new NvmlGpus(options.library(), options.pcieThroughput(), clock),
            new ConfiguredJoin(new ProcessJoin(new ProcFs(Path.of("/proc"))), options.configured()),
            runs,
            clock,
            options.interval()));
  }

  public void start() {
    poller.start();
  }

  /** The newest reading while it is fresh, else one without cards. */
  public GpuSnapshot snapshot() {
    return poller.current();
  }

  @Override
  public void close() {
    poller.close();
  }
}
