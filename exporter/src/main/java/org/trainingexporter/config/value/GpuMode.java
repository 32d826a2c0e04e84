package org.trainingexporter.config.value;

/** Which cards are looked at: NVIDIA's, those of the demo, or none. */
public enum GpuMode {
  /** Those of any vendor that is known, which today is NVIDIA. */
  AUTO,
  NVML,
  DEMO,
  OFF
}
