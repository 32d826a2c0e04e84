package org.trainingexporter.gpu;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trainingexporter.gpu.join.RunGpuUsage;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValue;

/**
 * The cards and their runs as families, e.g. {@code nvidia_gpu_power_watts{gpu="0",uuid="GPU-…"}}.
 * A family without a sample is left out. The list is built once a snapshot.
 */
public final class GpuMetrics extends Collector {
  private record Built(GpuSnapshot snapshot, List<MetricFamilySamples> families) {}

  private final Supplier<GpuSnapshot> snapshots;
  private volatile Built built;

  public GpuMetrics(Supplier<GpuSnapshot> snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // The very same snapshot needs no second look.
  public List<MetricFamilySamples> collect() {
    GpuSnapshot snapshot = snapshots.get();
    Built known = built;
    if (known == null || known.snapshot() != snapshot) {
      known = new Built(snapshot, build(snapshot));
      built = known;
    }
    return known.families();
  }

  private static List<MetricFamilySamples> build(GpuSnapshot snapshot) {
    Family up = new Family("nvidia_gpu_up", Type.GAUGE, "Whether a GPU driver answers.");
    if (snapshot.health().known()) {
      up.add(List.of(), snapshot.health().up() ? 1 : 0);
    }
    List<MetricFamilySamples> families = new ArrayList<>();
    up.addTo(families);
    cards(snapshot.gpus()).forEach(family -> family.addTo(families));
    runs(snapshot).forEach(family -> family.addTo(families));
    return List.copyOf(families);
  }

  private static Iterable<Family> cards(List<Gpu> gpus) {
    Map<GpuMetric, Family> families = new EnumMap<>(GpuMetric.class);
    for (Gpu gpu : gpus) {
      String index = Integer.toString(gpu.index());
      for (GpuValue value : gpu.values()) {
        families
            .computeIfAbsent(value.metric(), Family::ofCards)
            .add(Family.labels(value.labels(), index, gpu.uuid()), value.value());
      }
    }
    return families.values();
  }

  private static List<Family> runs(GpuSnapshot snapshot) {
    Family info =
        new Family(
            "training_run_gpu_info",
            Type.GAUGE,
            "A card that works for the run; always 1.",
            "run",
            "gpu",
            "uuid");
    snapshot
        .runGpus()
        .forEach(j -> info.add(List.of(j.run(), Integer.toString(j.gpu()), j.uuid()), 1));
    Family count =
        new Family("training_gpus", Type.GAUGE, "Cards that work for the run now.", "run");
    Family energy =
        new Family(
            "training_energy_joules_total",
            Type.COUNTER,
            "Energy of the run's cards while joined to it; runs that share a card share evenly.",
            "run");
    for (RunGpuUsage use : snapshot.runUses()) {
      count.add(List.of(use.run()), use.gpus());
      if (!Double.isNaN(use.joules())) {
        energy.add(List.of(use.run()), use.joules());
      }
    }
    return List.of(info, count, energy);
  }
}
