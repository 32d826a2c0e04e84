package org.trainingexporter.metrics.gpu;

import static org.trainingexporter.metrics.sample.Metric.counter;
import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValue;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.Samples;

/** The metrics of one card: one row for each {@link GpuMetric}, in the order of the scrape. */
final class CardRows {
  private static final List<String> CARD = List.of("gpu", "uuid");

  static final List<Metric<Gpu>> ALL =
      List.of(
          row(GpuMetric.INFO, "nvidia_gpu_info", "Names of the card; always 1."),
          row(
              GpuMetric.UTILIZATION,
              "nvidia_gpu_utilization_ratio",
              "Share of the driver's last sample period in which a kernel ran."),
          row(
              GpuMetric.MEMORY_UTILIZATION,
              "nvidia_gpu_memory_utilization_ratio",
              "Share of the driver's last sample period in which device memory was read or written."),
          row(
              GpuMetric.MEMORY_USED,
              "nvidia_gpu_memory_used_bytes",
              "Device memory that is allocated."),
          row(
              GpuMetric.MEMORY_FREE,
              "nvidia_gpu_memory_free_bytes",
              "Device memory that is not allocated."),
          row(
              GpuMetric.MEMORY_TOTAL,
              "nvidia_gpu_memory_total_bytes",
              "Device memory of the card."),
          row(
              GpuMetric.MEMORY_RESERVED,
              "nvidia_gpu_memory_reserved_bytes",
              "Device memory that is reserved for driver and firmware."),
          row(
              GpuMetric.TEMPERATURE,
              "nvidia_gpu_temperature_celsius",
              "Temperature of a part of the card."),
          row(
              GpuMetric.TEMPERATURE_LIMIT,
              "nvidia_gpu_temperature_limit_celsius",
              "Temperature at which the card shuts down, is slowed down by its hardware, or reduces"
                  + " its clocks for the memory or the chip."),
          row(GpuMetric.POWER, "nvidia_gpu_power_watts", "Power that the card draws."),
          row(
              GpuMetric.POWER_LIMIT,
              "nvidia_gpu_power_limit_watts",
              "Power limit that the driver enforces now."),
          row(
              GpuMetric.ENERGY,
              "nvidia_gpu_energy_joules_total",
              "Energy that the card used since the driver was loaded."),
          row(GpuMetric.CLOCK, "nvidia_gpu_clock_hertz", "Current clock of a domain."),
          row(GpuMetric.CLOCK_MAX, "nvidia_gpu_clock_max_hertz", "Highest clock of a domain."),
          row(
              GpuMetric.FAN_SPEED,
              "nvidia_gpu_fan_speed_ratio",
              "Fan speed setting as a share of full speed; can exceed 1."),
          row(
              GpuMetric.PERFORMANCE_STATE,
              "nvidia_gpu_performance_state",
              "Performance state: 0 is the fastest, 15 the slowest."),
          row(
              GpuMetric.THROTTLED,
              "nvidia_gpu_throttled",
              "Whether the clocks are held down for this reason now."),
          row(
              GpuMetric.THROTTLED_SECONDS,
              "nvidia_gpu_throttled_seconds_total",
              "Time in which the clocks were held down for this reason."),
          row(
              GpuMetric.ECC_ERRORS,
              "nvidia_gpu_ecc_errors_total",
              "Memory errors since the driver was loaded (volatile) or in the card's life (aggregate)."),
          row(
              GpuMetric.REMAPPED_ROWS,
              "nvidia_gpu_remapped_rows",
              "Memory rows that were replaced by spare ones."),
          row(
              GpuMetric.REMAPPED_ROWS_PENDING,
              "nvidia_gpu_remapped_rows_pending",
              "Whether a row needs a reset of the card to be remapped."),
          row(
              GpuMetric.REMAPPED_ROWS_FAILED,
              "nvidia_gpu_remapped_rows_failed",
              "Whether remapping a row has failed: the card should be replaced."),
          row(
              GpuMetric.RETIRED_PAGES,
              "nvidia_gpu_retired_pages",
              "Memory pages that are no longer used; cards before Ampere."),
          row(
              GpuMetric.XID_ERRORS,
              "nvidia_gpu_xid_errors_total",
              "XID errors of the driver since the exporter started."),
          row(
              GpuMetric.XID_LAST_TIMESTAMP,
              "nvidia_gpu_xid_last_timestamp_seconds",
              "When the newest XID error of this number was seen."),
          row(
              GpuMetric.PCIE_LINK_GENERATION,
              "nvidia_gpu_pcie_link_generation",
              "PCIe generation of the link now."),
          row(
              GpuMetric.PCIE_LINK_WIDTH,
              "nvidia_gpu_pcie_link_width",
              "PCIe lanes of the link now."),
          row(
              GpuMetric.PCIE_REPLAYS,
              "nvidia_gpu_pcie_replays_total",
              "PCIe packets that were sent again."),
          row(
              GpuMetric.PCIE_THROUGHPUT,
              "nvidia_gpu_pcie_bytes_per_second",
              "PCIe traffic over the driver's 20 ms sample."),
          row(
              GpuMetric.NVLINK_BYTES,
              "nvidia_gpu_nvlink_bytes_total",
              "Payload over all NVLinks of the card."),
          row(
              GpuMetric.NVLINK_ERRORS,
              "nvidia_gpu_nvlink_errors_total",
              "Errors on all NVLinks of the card."),
          row(GpuMetric.MIG_INFO, "nvidia_gpu_mig_info", "A MIG device of the card; always 1."),
          row(
              GpuMetric.MIG_MEMORY_USED,
              "nvidia_gpu_mig_memory_used_bytes",
              "Memory of the MIG device that is allocated."),
          row(
              GpuMetric.MIG_MEMORY_TOTAL,
              "nvidia_gpu_mig_memory_total_bytes",
              "Memory of the MIG device."),
          row(
              GpuMetric.PROCESS_MEMORY,
              "nvidia_gpu_process_memory_bytes",
              "Device memory of a process."),
          row(
              GpuMetric.SM_ACTIVE,
              "nvidia_gpu_sm_active_ratio",
              "Share of the multiprocessors that worked."),
          row(
              GpuMetric.SM_OCCUPANCY,
              "nvidia_gpu_sm_occupancy_ratio",
              "Warps that were resident, of those the multiprocessors can hold."),
          row(
              GpuMetric.TENSOR_ACTIVE,
              "nvidia_gpu_tensor_active_ratio",
              "Share of time with tensor operations."),
          row(
              GpuMetric.DRAM_ACTIVE,
              "nvidia_gpu_dram_active_ratio",
              "Memory bandwidth that was used, of the card's highest."));

  private CardRows() {}

  private static Metric<Gpu> row(GpuMetric metric, String name, String help) {
    Metric.Reader<Gpu> reader = (gpu, out) -> read(gpu, metric, out);
    Metric<Gpu> row =
        metric.isCounter()
            ? counter(name, help, metric.labels(), reader)
            : gauge(name, help, metric.labels(), reader);
    return row.under(CARD);
  }

  private static void read(Gpu gpu, GpuMetric metric, Samples out) {
    for (GpuValue value : gpu.values()) {
      if (value.metric() == metric) {
        out.add(value.value(), value.labels().toArray(String[]::new));
      }
    }
  }
}
