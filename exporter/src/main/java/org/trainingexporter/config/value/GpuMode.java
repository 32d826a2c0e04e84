package org.trainingexporter.config.value;

/** Which GPUs are monitored: NVIDIA's, simulated ones, or none. */
public enum GpuMode {
  /** Any supported vendor; only NVIDIA so far. */
  AUTO,
  NVML,
  DEMO,
  OFF
}
