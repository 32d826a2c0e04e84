package org.trainingexporter.gpu.nvml;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.gpu.nvml.binding.NvmlException;
import org.trainingexporter.gpu.nvml.binding.NvmlLibrary;
import org.trainingexporter.gpu.nvml.device.Inventory;
import org.trainingexporter.gpu.nvml.device.XidLog;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuSource;
import org.trainingexporter.gpu.reading.GpuUnavailableException;

/**
 * NVIDIA's cards through NVML. The library is loaded by the first reading, and let go of when the
 * driver is gone, so that a later reading finds a new one. A crash inside the library takes the
 * process with it.
 */
public final class NvmlGpus implements GpuSource {
  private static final Logger LOG = LoggerFactory.getLogger(NvmlGpus.class);

  private final Optional<String> path;
  private final boolean pcieThroughput;
  private final InstantSource clock;
  private final XidLog xids = new XidLog();
  private final Inventory inventory = new Inventory();
  private Optional<NvmlSession> session = Optional.empty();

  /** Loads the library at {@code path}, else the system's; PCIe throughput costs 40 ms a card. */
  public NvmlGpus(Optional<String> path, boolean pcieThroughput, InstantSource clock) {
    this.path = path;
    this.pcieThroughput = pcieThroughput;
    this.clock = clock;
  }

  @Override
  public List<Gpu> read() throws GpuUnavailableException {
    try {
      if (session.isEmpty()) {
        session = Optional.of(new NvmlSession(NvmlLibrary.open(path), pcieThroughput, xids, clock));
      }
      List<Gpu> gpus = session.get().read();
      inventory.changes(gpus, session.get().unreadable()).forEach(LOG::info);
      return gpus;
    } catch (NvmlException e) {
      close();
      throw new GpuUnavailableException(e.getMessage());
    } catch (GpuUnavailableException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    session.ifPresent(NvmlSession::close);
    session = Optional.empty();
  }
}
