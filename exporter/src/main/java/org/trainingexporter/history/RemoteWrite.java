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
    Delivery delivery = new Delivery(part -> post(request.body(part)), tally);
    int taken = delivery.send(Part.of(batch.series()));
    delivery.refusal().ifPresent(no -> tell(run, no, batch.size() - taken, batch.size()));
  }

  private void tell(String run, Delivery.Refusal no, int lost, int all) {
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
  public Past past(String run, double from, double to, double around)
      throws IOException, InterruptedException {
    return query.ask(run, from, to, around);
  }

  @Override
  public boolean tells() {
    return query.isAnswered();
  }
}
