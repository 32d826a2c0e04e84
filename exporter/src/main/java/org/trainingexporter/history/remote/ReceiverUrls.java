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

/** What can be told from the addresses that were given. */
public final class ReceiverUrls {
  private static final String JOB = "training";

  private ReceiverUrls() {}

  /**
   * Where a server answers queries that takes writes there: Prometheus and VictoriaMetrics ({@code
   * /api/v1/write}), Mimir ({@code /api/v1/push}), Grafana Cloud ({@code /api/prom/push}).
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

  private static String replaced(String path, String end, String by) {
    return path.substring(0, path.length() - end.length()) + by;
  }

  /**
   * The labels that a scrape adds: as given, else job {@code training} and the address that our
   * {@code prometheus.yml} would scrape: {@code localhost} where the receiver is on this machine,
   * else the host that is listened on, or this machine's name.
   */
  public static SeriesLabels labels(Settings settings) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("job", JOB);
    all.put("instance", instance(settings));
    all.putAll(settings.get(Flags.HISTORY_LABELS));
    return new SeriesLabels(all);
  }

  private static String instance(Settings settings) {
    ListenAddress listens = settings.get(Flags.WEB_LISTEN_ADDRESS);
    String host = listens.host();
    boolean all = host.isEmpty() || host.equals("0.0.0.0") || host.equals("::");
    if (all) {
      boolean near = settings.get(Flags.HISTORY_URL).map(ReceiverUrls::isHere).orElse(true);
      host = near ? "localhost" : hostName().orElse("localhost");
    }
    return new ListenAddress(host, listens.port()).toString();
  }

  private static boolean isHere(URI url) {
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
