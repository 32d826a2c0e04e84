package org.trainingexporter.gpu.nvml.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

final class InventoryTest {
  private final Inventory inventory = new Inventory();

  @Test
  void each_change_is_told_once() {
    assertEquals(
        List.of("GPUs and MIG devices found: 2", "GPU 1 is left out: no permission"),
        inventory.changes(List.of(card(0)), Map.of(1, "no permission")));
    assertEquals(List.of(), inventory.changes(List.of(card(0)), Map.of(1, "no permission")));
    assertEquals(
        List.of("GPU 0 is left out: lost", "GPU 1 is there"),
        inventory.changes(List.of(card(1)), Map.of(0, "lost")));
    assertEquals(List.of("GPU 0 is there"), inventory.changes(List.of(card(0), card(1)), Map.of()));
  }

  @Test
  void a_new_mig_device_is_told_and_one_that_is_gone() {
    inventory.changes(List.of(card(0, "MIG-a")), Map.of());

    assertEquals(
        List.of("MIG device MIG-a is gone", "MIG device MIG-b is there"),
        inventory.changes(List.of(card(0, "MIG-b")), Map.of()));
    assertEquals(List.of(), inventory.changes(List.of(card(0, "MIG-b")), Map.of()));
  }

  private static Gpu card(int index, String... migs) {
    GpuValues values = new GpuValues();
    for (String mig : migs) {
      values.add(GpuMetric.MIG_INFO, 1, "1", "0", "1g.10gb", mig);
    }
    return values.toGpu(index, "GPU-" + index);
  }
}
