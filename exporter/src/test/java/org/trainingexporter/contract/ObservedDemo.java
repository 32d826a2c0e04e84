package org.trainingexporter.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.trainingexporter.Exporter;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.demo.DemoRuns;
import org.trainingexporter.demo.story.ReferenceRun;
import org.trainingexporter.testing.RealServer;

/**
 * The demo's first run, finished, and its second, which grows, with demo GPUs: read by the real
 * exporter, which a real Prometheus scrapes.
 */
final class ObservedDemo implements AutoCloseable {
  static final String FINISHED = "moe-qlora-01";
  static final String GROWING = "moe-qlora-02";

  /** A layer that both runs tell of. */
  static final String LAYER = "conv/1";

  // The first run ends 6,400 s after the demo began, so the second one is past its warm-up.
  private static final int AGE_SECONDS = 7_600;
  private static final long SEED = 1;

  private final AtomicReference<Instant> clock;
  private final DemoRuns runs;
  private final Exporter exporter;
  final RealServer prometheus;

  ObservedDemo(Path directory) throws IOException, InterruptedException {
    Path logs = Files.createDirectory(directory.resolve("runs"));
    Instant now = Instant.now();
    clock = new AtomicReference<>(now.minusSeconds(AGE_SECONDS));
    runs = new DemoRuns(logs, clock::get, SEED);
    runs.advance();
    clock.set(now);
    runs.advance();
    for (String run : List.of(FINISHED, GROWING)) {
      addLayers(logs.resolve(run));
    }
    Map<String, String> flags =
        Map.of("web.listen-address", "127.0.0.1:0", "gpu", "demo", "gpu.interval", "1s");
    Settings settings =
        Settings.read(List.of(), flags, Map.of())
            .watching(
                logs, RunRule.schedule(ReferenceRun.WARMUP_STEPS, ReferenceRun.MAX_LEARNING_RATE));
    exporter = new Exporter(settings, clock::get, runs::advance);
    prometheus = RealServer.prometheus(directory, exporter.address().getPort());
    // The cards are joined last. Of three samples a rate finds two, wherever a second is cut.
    prometheus.await("count_over_time(training_run_gpu_info{run='" + GROWING + "'}[10s]) > 2");
    clock.set(now.plusSeconds(300));
    prometheus.await("changes(training_step{run='" + GROWING + "'}[1m]) > 0");
    // A curve ends with the newest record, which is ahead of all samples then.
    String newest = "training_last_update_timestamp_seconds{run='%s'} > time() + 60";
    prometheus.await(newest.formatted(GROWING));
    prometheus.await("rate(nvidia_gpu_energy_joules_total[10s]) > 0");
  }

  /** Layer records of a golden case, without their times, as if the run had logged them. */
  private static void addLayers(Path run) throws IOException {
    Path golden = Path.of("src/test/resources/golden/custom/trained-layers/input");
    String layers = Files.readString(golden.resolve("layers_log.jsonl"));
    String timeless = layers.replaceAll("\"timestamp\": [\\d.]+, ", "");
    Files.writeString(run.resolve("logs/layers_log.jsonl"), timeless);
  }

  @Override
  public void close() throws IOException {
    prometheus.close();
    exporter.close();
    runs.close();
  }
}
