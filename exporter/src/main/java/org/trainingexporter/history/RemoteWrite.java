package org.trainingexporter.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that takes Prometheus' remote write 1.0 and, where it answers queries too, tells what it
 * has.
 */
final class RemoteWrite implements Receiver {
  private static final Logger log = LoggerFactory.getLogger(RemoteWrite.class);

  private final URI url;
  private final Access access;
  private final Caller caller;
  private final Tally tally;
  private final PastQuery query;
  private final Duration timeout;
  private final WriteRequest request = new WriteRequest();
  private final Set<String> told = new HashSet<>();

  /**
   * @param query asks through the same caller
   * @param timeout of one request
   */
  RemoteWrite(
      URI url, Access access, Caller caller, Tally tally, PastQuery query, Duration timeout) {
    this.url = url;
    this.access = access;
    this.caller = caller;
    this.tally = tally;
    this.query = query;
    this.timeout = timeout;
  }

  @Override
  public void write(String run, Batch batch) throws IOException, InterruptedException {
    byte[] body = request.body(batch.series());
    HttpResponse<byte[]> response =
        caller.call(
            () ->
                access
                    .request(url, timeout)
                    .header("Content-Type", "application/x-protobuf")
                    .header("Content-Encoding", "snappy")
                    .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
    if (response.statusCode() / 100 == 2) {
      tally.wrote(batch.size());
      return;
    }
    String said = Caller.text(response);
    Failure failure = Failure.of(response.statusCode(), said);
    tally.failed(failure);
    tally.lost(batch.size());
    if (told.add(run + failure)) {
      log.warn(
          "history of {}: {} samples were refused ({}): {} {}; going on behind them",
          run,
          batch.size(),
          failure.label,
          response.statusCode(),
          said);
    }
  }

  @Override
  public Past past(String run, double from, double to, double around)
      throws IOException, InterruptedException {
    return query.ask(run, from, to, around);
  }

  @Override
  public boolean tells() {
    return query.isAnswered();
  }
}
