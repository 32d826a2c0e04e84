package org.trainingexporter.gpu.reading;

import io.prometheus.client.Collector;
import java.util.List;

/**
 * What is told of one card: name, help and labels of each metric, in the order of the scrape. Every
 * series also has {@code gpu} and {@code uuid}; the labels here come after these. Base units.
 */
public enum GpuMetric {
  INFO(
      "nvidia_gpu_info",
      "Names of the card; always 1.",
      "name",
      "driver_version",
      "cuda_version",
      "pci_bus_id",
      "architecture",
      "vbios_version"),
  UTILIZATION(
      "nvidia_gpu_utilization_ratio",
      "Share of the driver's last sample period in which a kernel ran."),
  MEMORY_UTILIZATION(
      "nvidia_gpu_memory_utilization_ratio",
      "Share of the driver's last sample period in which device memory was read or written."),
  MEMORY_USED("nvidia_gpu_memory_used_bytes", "Device memory that is allocated."),
  MEMORY_FREE("nvidia_gpu_memory_free_bytes", "Device memory that is not allocated."),
  MEMORY_TOTAL("nvidia_gpu_memory_total_bytes", "Device memory of the card."),
  MEMORY_RESERVED(
      "nvidia_gpu_memory_reserved_bytes",
      "Device memory that driver and firmware keep for themselves."),
  TEMPERATURE("nvidia_gpu_temperature_celsius", "Temperature of a part of the card.", "sensor"),
  POWER("nvidia_gpu_power_watts", "Power that the card draws."),
  POWER_LIMIT("nvidia_gpu_power_limit_watts", "Power limit that the driver enforces now."),
  ENERGY(
      "nvidia_gpu_energy_joules_total", "Energy that the card used since the driver was loaded."),
  CLOCK("nvidia_gpu_clock_hertz", "Current clock of a domain.", "clock"),
  CLOCK_MAX("nvidia_gpu_clock_max_hertz", "Highest clock of a domain.", "clock"),
  FAN_SPEED(
      "nvidia_gpu_fan_speed_ratio",
      "Speed that the fan is told to turn at, of its highest; can pass 1."),
  PERFORMANCE_STATE(
      "nvidia_gpu_performance_state", "Performance state: 0 is the fastest, 15 the slowest."),
  THROTTLED(
      "nvidia_gpu_throttled", "Whether the clocks are held down for this reason now.", "reason"),
  THROTTLED_SECONDS(
      "nvidia_gpu_throttled_seconds_total",
      "Time in which the clocks were held down for this reason.",
      "reason"),
  ECC_ERRORS(
      "nvidia_gpu_ecc_errors_total",
      "Memory errors since the driver was loaded (volatile) or in the card's life (aggregate).",
      "severity",
      "lifetime"),
  REMAPPED_ROWS(
      "nvidia_gpu_remapped_rows", "Memory rows that were replaced by spare ones.", "cause"),
  REMAPPED_ROWS_PENDING(
      "nvidia_gpu_remapped_rows_pending",
      "Whether a row waits for a reset of the card to be remapped."),
  REMAPPED_ROWS_FAILED(
      "nvidia_gpu_remapped_rows_failed",
      "Whether remapping a row has failed: the card should be replaced."),
  RETIRED_PAGES(
      "nvidia_gpu_retired_pages",
      "Memory pages that are no longer used; cards before Ampere.",
      "cause"),
  XID_ERRORS(
      "nvidia_gpu_xid_errors_total", "XID errors of the driver since the exporter started.", "xid"),
  XID_LAST_TIMESTAMP(
      "nvidia_gpu_xid_last_timestamp_seconds",
      "When the newest XID error of this number was seen.",
      "xid"),
  PCIE_LINK_GENERATION("nvidia_gpu_pcie_link_generation", "PCIe generation of the link now."),
  PCIE_LINK_WIDTH("nvidia_gpu_pcie_link_width", "PCIe lanes of the link now."),
  PCIE_REPLAYS("nvidia_gpu_pcie_replays_total", "PCIe packets that were sent again."),
  PCIE_THROUGHPUT(
      "nvidia_gpu_pcie_bytes_per_second",
      "PCIe traffic over the driver's 20 ms sample.",
      "direction"),
  NVLINK_BYTES(
      "nvidia_gpu_nvlink_bytes_total", "Payload over all NVLinks of the card.", "direction"),
  NVLINK_ERRORS("nvidia_gpu_nvlink_errors_total", "Errors on all NVLinks of the card.", "kind"),
  MIG_INFO(
      "nvidia_gpu_mig_info",
      "A MIG device of the card; always 1.",
      "gpu_instance",
      "compute_instance",
      "profile",
      "mig_uuid"),
  MIG_MEMORY_USED(
      "nvidia_gpu_mig_memory_used_bytes",
      "Memory of the MIG device that is allocated.",
      "gpu_instance",
      "compute_instance"),
  MIG_MEMORY_TOTAL(
      "nvidia_gpu_mig_memory_total_bytes",
      "Memory of the MIG device.",
      "gpu_instance",
      "compute_instance"),
  PROCESS_MEMORY(
      "nvidia_gpu_process_memory_bytes", "Device memory of a process.", "pid", "process"),
  SM_ACTIVE("nvidia_gpu_sm_active_ratio", "Share of the multiprocessors that worked."),
  SM_OCCUPANCY(
      "nvidia_gpu_sm_occupancy_ratio",
      "Warps that were resident, of those the multiprocessors can hold."),
  TENSOR_ACTIVE("nvidia_gpu_tensor_active_ratio", "Share of time with tensor operations."),
  DRAM_ACTIVE(
      "nvidia_gpu_dram_active_ratio", "Memory bandwidth that was used, of the card's highest.");

  private final String metricName;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is.
  private final List<String> labels;

  GpuMetric(String metricName, String help, String... labels) {
    this.metricName = metricName;
    this.help = help;
    this.labels = List.of(labels);
  }

  public String metricName() {
    return metricName;
  }

  /** A name in {@code _total} is a counter, every other one a gauge. */
  public Collector.Type type() {
    return metricName.endsWith("_total") ? Collector.Type.COUNTER : Collector.Type.GAUGE;
  }

  public String help() {
    return help;
  }

  public List<String> labels() {
    return labels;
  }
}
