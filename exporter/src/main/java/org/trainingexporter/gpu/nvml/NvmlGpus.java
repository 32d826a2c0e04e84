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
 * NVIDIA's cards, read through NVML. The first reading loads the library. When the driver is gone
 * the library is unloaded, so that a later reading finds a new one. A crash inside the library ends
 * the process.
 */
public final class NvmlGpus implements GpuSource {
  private static final Logger log = LoggerFactory.getLogger(NvmlGpus.class);

  private final Optional<String> path;
  private final boolean pcieThroughput;
  private final InstantSource clock;
  private final XidLog xids = new XidLog();
  private final Inventory inventory = new Inventory();
  private Optional<NvmlSession> session = Optional.empty();

  /**
   * @param path of the library; empty for the system's own
   * @param pcieThroughput whether to read PCIe traffic, which takes 40 ms a card
   */
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
      inventory.changes(gpus, session.get().unreadable()).forEach(log::info);
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
