package org.trainingexporter.history.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.HttpAccess;
import org.trainingexporter.history.client.RetryingClient;
import org.trainingexporter.history.sample.SampleBatch;

/**
 * A server that takes Prometheus' remote write 1.0 and, where it answers queries too, tells what it
 * has.
 */
public final class RemoteWrite implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(RemoteWrite.class);

  private final URI url;
  private final HttpAccess access;
  private final RetryingClient caller;
  private final HistoryCounters tally;
  private final CoverageQuery query;
  private final Duration timeout;
  private final WriteRequest request = new WriteRequest();
  private final Set<String> told = new HashSet<>();

  /**
   * @param query asks through the same caller
   * @param timeout of one request
   */
  public RemoteWrite(
      URI url,
      HttpAccess access,
      RetryingClient caller,
      HistoryCounters tally,
      CoverageQuery query,
      Duration timeout) {
    this.url = url;
    this.access = access;
    this.caller = caller;
    this.tally = tally;
    this.query = query;
    this.timeout = timeout;
  }

  @Override
  public void write(String run, SampleBatch batch) throws IOException, InterruptedException {
    BisectingDelivery delivery = new BisectingDelivery(part -> post(request.body(part)), tally);
    int taken = delivery.send(WriteChunk.of(batch.series()));
    delivery.rejection().ifPresent(no -> logRejection(run, no, batch.size() - taken, batch.size()));
  }

  private void logRejection(String run, BisectingDelivery.RejectedRequest no, int lost, int all) {
    if (told.add(run + no.why())) {
      log.warn(
          "history of {}: {} refused {} of {} samples ({}): {} {}; going on without them",
          run,
          url,
          lost,
          all,
          no.why().label,
          no.status(),
          no.text());
    }
  }

  private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
    return caller.call(
        url,
        () ->
            access
                .request(url, timeout)
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
  }

  @Override
  public RemoteCoverage past(String run, double from, double to, double around)
      throws IOException, InterruptedException {
    return query.ask(run, from, to, around);
  }

  @Override
  public boolean answersQueries() {
    return query.isAnswered();
  }
}
