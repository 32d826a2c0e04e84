package org.trainingexporter.metrics.gpu;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.metrics.row.RunGpuRows;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;

/**
 * The metrics of the cards and of the runs that use them, such as {@code
 * nvidia_gpu_power_watts{gpu="0",uuid="GPU-…"}}. A family without a sample is left out. The
 * families are built once for each snapshot. Any number of threads.
 */
public final class GpuMetrics extends Collector {
  private static final Metric<GpuSnapshot> UP =
      Metric.gauge("nvidia_gpu_up", "Whether a GPU driver answers.", GpuMetrics::up);

  /** All rows, in the order of the scrape. */
  public static final List<Metric<?>> ROWS =
      Stream.of(List.of(UP), CardRows.ALL, RunGpuRows.ALL)
          .<Metric<?>>flatMap(List::stream)
          .toList();

  private record BuiltFamilies(GpuSnapshot snapshot, List<MetricFamilySamples> families) {}

  private final Supplier<GpuSnapshot> snapshots;
  private volatile BuiltFamilies built;

  private GpuMetrics(Supplier<GpuSnapshot> snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Makes the collector. It is declared as one so that a caller that is never run does not load
   * this class.
   *
   * @param snapshots the newest reading; asked once a scrape and must not block
   */
  public static Collector of(Supplier<GpuSnapshot> snapshots) {
    return new GpuMetrics(snapshots);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Two readings are never the same object.
  public List<MetricFamilySamples> collect() {
    GpuSnapshot snapshot = snapshots.get();
    BuiltFamilies newest = built;
    if (newest == null || newest.snapshot() != snapshot) {
      newest = new BuiltFamilies(snapshot, build(snapshot));
      built = newest;
    }
    return newest.families();
  }

  private static List<MetricFamilySamples> build(GpuSnapshot snapshot) {
    List<MetricFamilySamples> families = new ArrayList<>();
    var whole = List.of(new SampleScope<>(snapshot, Integer.MAX_VALUE));
    addAll(List.of(UP), whole, families);
    addAll(CardRows.ALL, snapshot.gpus().stream().map(GpuMetrics::scope).toList(), families);
    addAll(RunGpuRows.ALL, whole, families);
    return List.copyOf(families);
  }

  private static SampleScope<Gpu> scope(Gpu gpu) {
    return new SampleScope<>(gpu, Integer.MAX_VALUE, Integer.toString(gpu.index()), gpu.uuid());
  }

  private static <S> void addAll(
      List<Metric<S>> rows, List<SampleScope<S>> scopes, List<MetricFamilySamples> families) {
    for (Metric<S> row : rows) {
      MetricFamilySamples family = Samples.family(row, scopes);
      if (!family.samples.isEmpty()) {
        families.add(family);
      }
    }
  }

  private static double up(GpuSnapshot snapshot) {
    if (!snapshot.health().attempted()) {
      return Double.NaN;
    }
    return snapshot.health().up() ? 1 : 0;
  }
}
