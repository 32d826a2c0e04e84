package org.trainingexporter.gpu.reading;

import java.util.List;

/**
 * What can be read of a card, in the order of the scrape. Values are in base units. The strings
 * name the labels that tell apart several values of one card. The names and help texts of the
 * exported metrics stand in {@code metrics/gpu}.
 */
public enum GpuMetric {
  INFO("name", "driver_version", "cuda_version", "pci_bus_id", "architecture", "vbios_version"),
  UTILIZATION,
  MEMORY_UTILIZATION,
  MEMORY_USED,
  MEMORY_FREE,
  MEMORY_TOTAL,
  MEMORY_RESERVED,
  TEMPERATURE("sensor"),
  TEMPERATURE_LIMIT("limit"),
  POWER,
  POWER_LIMIT,
  ENERGY(ReadingType.COUNTER),
  CLOCK("clock"),
  CLOCK_MAX("clock"),
  FAN_SPEED,
  PERFORMANCE_STATE,
  THROTTLED("reason"),
  THROTTLED_SECONDS(ReadingType.COUNTER, "reason"),
  ECC_ERRORS(ReadingType.COUNTER, "severity", "lifetime"),
  REMAPPED_ROWS("cause"),
  REMAPPED_ROWS_PENDING,
  REMAPPED_ROWS_FAILED,
  RETIRED_PAGES("cause"),
  XID_ERRORS(ReadingType.COUNTER, "xid"),
  XID_LAST_TIMESTAMP("xid"),
  PCIE_LINK_GENERATION,
  PCIE_LINK_WIDTH,
  PCIE_REPLAYS(ReadingType.COUNTER),
  PCIE_THROUGHPUT("direction"),
  NVLINK_BYTES(ReadingType.COUNTER, "direction"),
  NVLINK_ERRORS(ReadingType.COUNTER, "kind"),
  MIG_INFO("gpu_instance", "compute_instance", "profile", "mig_uuid"),
  MIG_MEMORY_USED("gpu_instance", "compute_instance"),
  MIG_MEMORY_TOTAL("gpu_instance", "compute_instance"),
  PROCESS_MEMORY("pid", "process"),
  SM_ACTIVE,
  SM_OCCUPANCY,
  TENSOR_ACTIVE,
  DRAM_ACTIVE;

  /** Whether a value can fall. */
  private enum ReadingType {
    GAUGE,
    COUNTER
  }

  private final ReadingType type;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is.
  private final List<String> labels;

  GpuMetric(String... labels) {
    this(ReadingType.GAUGE, labels);
  }

  GpuMetric(ReadingType type, String... labels) {
    this.type = type;
    this.labels = List.of(labels);
  }

  /** Whether the value only rises, except when the card or its driver is reset. */
  public boolean isCounter() {
    return type == ReadingType.COUNTER;
  }

  /** Names of the labels, in the order of {@link GpuValue#labels()}. */
  public List<String> labels() {
    return labels;
  }
}
