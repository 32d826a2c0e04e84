package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Endpoint;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;

/** {@code api/gpu}: the GPUs of a run if they are known, else all GPUs. */
public final class GpuEndpoint implements Endpoint {
  private final ApiContext model;

  public GpuEndpoint(ApiContext model) {
    this.model = model;
  }

  @Override
  public JsonWriter.JsonPart answer(Parameters parameters) throws Problem {
    String run = model.run(parameters.run()).identity().name();
    Optional<GpuSnapshot> reading = model.gpus().get();
    List<RunGpu> joins = reading.map(GpuSnapshot::runGpus).orElse(List.of());
    Set<String> joined =
        joins.stream()
            .filter(join -> join.run().equals(run))
            .map(RunGpu::uuid)
            .collect(Collectors.toSet());
    List<Gpu> shown =
        reading.map(GpuSnapshot::gpus).orElse(List.of()).stream()
            .filter(gpu -> joined.isEmpty() || joined.contains(gpu.uuid()))
            .toList();
    return json ->
        json.object(
            it -> {
              it.text("run", run);
              it.truth("up", reading.isPresent() && reading.get().health().up());
              it.text(
                  "problem",
                  reading.map(r -> r.health().problem()).orElse("GPUs are switched off"));
              it.truth("joined", !joined.isEmpty());
              it.<Gpu>objects("gpus", shown, (one, gpu) -> write(one, gpu, joins));
            });
  }

  private static void write(JsonWriter json, Gpu gpu, List<RunGpu> joins) throws IOException {
    json.number("gpu", gpu.index());
    json.text("uuid", gpu.uuid());
    json.text("name", name(gpu));
    json.number("utilization", value(gpu, GpuMetric.UTILIZATION));
    json.number("memory_used_bytes", value(gpu, GpuMetric.MEMORY_USED));
    json.number("memory_total_bytes", value(gpu, GpuMetric.MEMORY_TOTAL));
    json.number("temperature_celsius", value(gpu, GpuMetric.TEMPERATURE, "gpu"));
    json.number("power_watts", value(gpu, GpuMetric.POWER));
    json.number("power_limit_watts", value(gpu, GpuMetric.POWER_LIMIT));
    List<String> runs =
        joins.stream()
            .filter(join -> join.uuid().equals(gpu.uuid()))
            .map(RunGpu::run)
            .distinct()
            .toList();
    json.texts("runs", runs);
  }

  private static double value(Gpu gpu, GpuMetric metric, String... labels) {
    return gpu.value(metric, labels).orElse(Double.NaN);
  }

  private static String name(Gpu gpu) {
    return gpu.values().stream()
        .filter(value -> value.metric() == GpuMetric.INFO)
        .map(value -> value.labels().get(0))
        .findFirst()
        .orElse(null);
  }
}
