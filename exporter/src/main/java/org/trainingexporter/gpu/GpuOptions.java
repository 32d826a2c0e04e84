package org.trainingexporter.gpu;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.gpu.join.ConfiguredGpus;

/**
 * What the user asks of the GPU room.
 *
 * @param demo whether to show invented cards instead of those of NVML
 * @param library path of libnvidia-ml, where it is not the system's own
 * @param interval from the end of a reading to the next
 * @param pcieThroughput whether to read PCIe traffic, which takes 40 ms a card
 * @param configured cards that the configuration assigns to runs, for machines where the processes
 *     of other users cannot be inspected
 */
public record GpuOptions(
    boolean demo,
    Optional<String> library,
    Duration interval,
    boolean pcieThroughput,
    List<ConfiguredGpus> configured) {
  public GpuOptions {
    configured = List.copyOf(configured);
  }
}
