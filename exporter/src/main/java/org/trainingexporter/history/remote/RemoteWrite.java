package org.trainingexporter.history.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.HttpAccess;
import org.trainingexporter.history.client.RequestPolicy;
import org.trainingexporter.history.client.RetryingClient;
import org.trainingexporter.history.sample.SampleBatch;
import org.trainingexporter.history.sample.SeriesLabels;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.web.flag.ConfigException;

/**
 * A server that accepts Prometheus' remote write 1.0 and, where it answers queries too, says what
 * it has.
 */
public final class RemoteWrite implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(RemoteWrite.class);

  private final URI url;
  private final HttpAccess access;
  private final RetryingClient client;
  private final HistoryCounters counters;
  private final CoverageQuery query;
  private final RequestPolicy policy;
  private final WriteRequest request = new WriteRequest();
  private final FaultReporter faults = new FaultReporter(log);

  /**
   * @param url that batches are sent to; queries go where {@code config} says, else where {@link
   *     ReceiverUrls#query} says
   * @param labels that a scrape would add
   * @throws ConfigException if {@code config} names certificates that cannot be used
   */
  public RemoteWrite(
      URI url,
      HistoryAccess config,
      SeriesLabels labels,
      HistoryCounters counters,
      RequestPolicy policy) {
    this.url = url;
    this.access = new HttpAccess(config);
    this.client = new RetryingClient(access.client(), counters, policy);
    this.counters = counters;
    this.policy = policy;
    URI queryUrl = config.query().orElseGet(() -> ReceiverUrls.query(url));
    this.query = new CoverageQuery(queryUrl, access, client, labels, policy.timeout());
  }

  @Override
  public void write(String run, SampleBatch batch) throws IOException, InterruptedException {
    BisectingDelivery delivery =
        new BisectingDelivery(chunk -> post(request.body(chunk)), counters);
    int accepted = delivery.send(WriteChunk.of(batch.series()));
    delivery
        .rejection()
        .ifPresent(first -> report(run, first, batch.size() - accepted, batch.size()));
  }

  private void report(String run, BisectingDelivery.RejectedRequest first, int lost, int all) {
    faults.failed(
        Level.WARN,
        run + first.reason(),
        String.format(
            Locale.ROOT,
            "history of %s: %s refused %d of %d samples (%s): %d %s; going on without them",
            run,
            url,
            lost,
            all,
            first.reason().label,
            first.status(),
            first.text()));
  }

  private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
    return client.call(
        url,
        () ->
            access
                .request(url, policy.timeout())
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
  }

  @Override
  public RemoteCoverage coverage(String run, double from, double to, double around)
      throws IOException, InterruptedException {
    return query.ask(run, from, to, around);
  }

  @Override
  public boolean answersQueries() {
    return query.isAnswered();
  }
}
