package org.trainingexporter.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trainingexporter.RunningExporter;
import org.trainingexporter.testing.RealServer;

/**
 * Exporters at loopback addresses of their own, and a Prometheus with all rules that scrapes them.
 */
final class ObservedFleet implements AutoCloseable {
  /** Seconds between scrapes, and between evaluations of the rules. */
  static final int INTERVAL = 5;

  private static final int HOSTS = 20;
  private static final int RUNS_OF_A_HOST = 50;
  private static final Path RULES = Path.of("..", "prometheus", "rules");

  private final List<RunningExporter> exporters = new ArrayList<>();
  final FleetRuns runs;
  final RealServer prometheus;

  ObservedFleet(Path directory) throws IOException, InterruptedException {
    Instant now = Instant.now();
    runs = new FleetRuns(now);
    List<String> targets = new ArrayList<>();
    for (int host = 0; host < HOSTS; host++) {
      Path logs = Files.createDirectories(directory.resolve("h" + host));
      runs.write(logs, host, RUNS_OF_A_HOST);
      String address = "127.0.1." + (host + 1);
      Map<String, String> flags =
          Map.of(
              "web.listen-address",
              address + ":0",
              "metrics.profile",
              "lean",
              "gpu",
              host < 2 ? "demo" : "off");
      exporters.add(RunningExporter.watch(logs, () -> now, flags));
      targets.add(address + ":" + exporters.get(host).port());
    }
    prometheus = RealServer.prometheus(directory, targets, quickRules(directory));
    prometheus.await("count(training_step) == " + runs.all().size());
    // A rate needs two scrapes, and rules read what others have recorded.
    prometheus.await("count(count_over_time(up[1m]) > 1) == " + HOSTS);
    for (String recorded : List.of("run:training_step:max", "run:training_run_state:time")) {
      prometheus.await("count(" + recorded + ") == " + runs.all().size());
    }
    prometheus.await("sum(fleet:training_runs) == " + runs.all().size());
  }

  /** All rules, evaluated as often as the scrapes are. */
  private static Path quickRules(Path directory) throws IOException {
    Path quick = Files.createDirectories(directory.resolve("rules"));
    try (var files = Files.list(RULES)) {
      for (Path file : files.toList()) {
        String rules =
            Files.readString(file).replaceAll("(?m)^( +interval:) \\S+$", "$1 " + INTERVAL + "s");
        Files.writeString(quick.resolve(file.getFileName()), rules);
      }
    }
    return quick;
  }

  int hosts() {
    return HOSTS;
  }

  @Override
  public void close() {
    prometheus.close();
    exporters.forEach(RunningExporter::close);
  }
}
