package org.trainingexporter.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.Exporter;
import org.trainingexporter.config.Settings;
import org.trainingexporter.testing.RealServer;

/** A directory of logs, read by the real exporter, which a real Prometheus scrapes each second. */
final class ScrapedLogs implements AutoCloseable {
  private final Exporter exporter;
  final RealServer prometheus;

  /**
   * @param directory for what Prometheus keeps
   * @param flags besides the address
   */
  ScrapedLogs(Path directory, Path logs, Map<String, String> flags) throws IOException {
    Map<String, String> all = new HashMap<>(flags);
    all.put("web.listen-address", "127.0.0.1:0");
    Settings settings = Settings.read(List.of(logs), all, Map.of());
    exporter = new Exporter(settings, InstantSource.system(), () -> {});
    prometheus = RealServer.prometheus(directory, exporter.address().getPort());
  }

  /** What the panels of a dashboard show of a run. */
  PanelFigures figures(String uid, String run) {
    Dashboard dashboard =
        Dashboard.all().stream().filter(it -> it.uid().equals(uid)).findFirst().get();
    return new PanelFigures(new AsGrafana(prometheus, 1), dashboard, run);
  }

  @Override
  public void close() throws IOException {
    prometheus.close();
    exporter.close();
  }
}
