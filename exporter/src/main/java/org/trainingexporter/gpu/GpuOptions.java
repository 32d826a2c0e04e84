package org.trainingexporter.gpu;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.gpu.join.ConfiguredGpus;

/**
 * What the user asks of the GPU room.
 *
 * @param demo cards that do not exist, in place of NVML
 * @param library another libnvidia-ml
 * @param interval from the end of a reading to the next
 * @param byHand cards of runs, where their processes cannot be looked at
 */
public record GpuOptions(
    boolean demo,
    Optional<String> library,
    Duration interval,
    boolean pcieThroughput,
    List<ConfiguredGpus> byHand) {
  public GpuOptions {
    byHand = List.copyOf(byHand);
  }
}
