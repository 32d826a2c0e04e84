package org.trainingexporter.history.remote;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.history.sample.SeriesLabels;
import org.trainingexporter.web.flag.ListenAddress;

/** Derives from the configured addresses where to send queries and which labels a scrape adds. */
public final class ReceiverUrls {
  private static final String JOB = "training";

  private ReceiverUrls() {}

  /**
   * The query URL that belongs to a write URL of Prometheus or VictoriaMetrics ({@code
   * /api/v1/write}), Mimir ({@code /api/v1/push}) or Grafana Cloud ({@code /api/prom/push}).
   */
  public static URI query(URI write) {
    String path = write.getPath();
    String query;
    if (path.endsWith("/api/prom/push")) {
      query = replaced(path, "push", "api/v1/query");
    } else if (path.endsWith("/api/v1/push")) {
      query = replaced(path, "api/v1/push", "prometheus/api/v1/query");
    } else if (path.endsWith("/write")) {
      query = replaced(path, "write", "query");
    } else {
      query = "/api/v1/query";
    }
    return write.resolve(query);
  }

  private static String replaced(String path, String end, String replacement) {
    return path.substring(0, path.length() - end.length()) + replacement;
  }

  /**
   * The labels that a scrape adds. Unless the settings give them, these are job {@code training}
   * and the address that our {@code prometheus.yml} would scrape: {@code localhost} if the receiver
   * is on this machine, else the host that the exporter listens on, or this machine's name.
   */
  public static SeriesLabels labels(Settings settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("job", JOB);
    all.put("instance", instance(settings));
    all.putAll(settings.get(Flags.HISTORY_LABELS));
    return new SeriesLabels(all);
  }

  private static String instance(Settings settings) {
    ListenAddress address = settings.get(Flags.WEB_LISTEN_ADDRESS);
    String host = address.host();
    boolean anyHost = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
    if (anyHost) {
      boolean local = settings.get(Flags.HISTORY_URL).map(ReceiverUrls::isLocal).orElse(true);
      host = local ? "localhost" : hostName().orElse("localhost");
    }
    return new ListenAddress(host, address.port()).toString();
  }

  private static boolean isLocal(URI url) {
    String host = url.getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static Optional<String> hostName() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
