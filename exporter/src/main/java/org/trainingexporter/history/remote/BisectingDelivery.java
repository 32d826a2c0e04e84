package org.trainingexporter.history.remote;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.history.client.FailureReason;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.client.RetryingClient;
import org.trainingexporter.history.sample.SampleSeries;

/**
 * Sends one batch. Of a rejected request both halves are tried, and their halves, so that only bad
 * samples are lost. For one batch and one thread.
 */
final class BisectingDelivery {
  /** At most twice as many requests are sent. A single bad series or time takes a dozen. */
  private static final int MAX_DIVISIONS = 50;

  private final ChunkSender sender;
  private final HistoryCounters counters;

  /** By series, the time of the newest sample that was out of order: older ones are too. */
  private final Map<SampleSeries, Long> outOfOrder = new HashMap<>();

  private int divisions;
  private Optional<RejectedRequest> rejection = Optional.empty();

  /** Sends one request. */
  @FunctionalInterface
  interface ChunkSender {
    HttpResponse<byte[]> send(WriteChunk chunk) throws IOException, InterruptedException;
  }

  /** The answer to a request that was rejected. */
  record RejectedRequest(FailureReason reason, int status, String text) {
    private static RejectedRequest of(HttpResponse<byte[]> response) {
      String text = RetryingClient.text(response);
      return new RejectedRequest(
          FailureReason.of(response.statusCode(), text), response.statusCode(), text);
    }

    /** Whether other samples of the request might be accepted. */
    private boolean isBecauseOfSamples() {
      return status == 400 || status == 413 || status == 422 || isBecauseOfTime();
    }

    private boolean isBecauseOfTime() {
      return reason == FailureReason.TOO_OLD || reason == FailureReason.OUT_OF_ORDER;
    }
  }

  BisectingDelivery(ChunkSender sender, HistoryCounters counters) {
    this.sender = sender;
    this.counters = counters;
  }

  /** Sends the samples; returns how many of them were accepted. */
  int send(WriteChunk chunk) throws IOException, InterruptedException {
    return send(chunk, true);
  }

  /**
   * Sends the newer half first. A receiver that finds some samples too old accepts the others in
   * any order, and every older sample is too old as well, or out of order if it is of the same
   * series. If nothing of one half was accepted, the other half is not divided further, so that a
   * batch that is bad as a whole takes few requests.
   */
  private int send(WriteChunk whole, boolean divides) throws IOException, InterruptedException {
    WriteChunk chunk = whole.newerThan(outOfOrder);
    counters.rejected(whole.size() - chunk.size());
    if (chunk.size() == 0) {
      return 0;
    }
    HttpResponse<byte[]> response = sender.send(chunk);
    if (response.statusCode() / 100 == 2) {
      counters.wrote(chunk.size());
      return chunk.size();
    }
    RejectedRequest rejected = RejectedRequest.of(response);
    counters.failed(rejected.reason);
    rejection = rejection.or(() -> Optional.of(rejected));
    if (!divides
        || !rejected.isBecauseOfSamples()
        || chunk.size() == 1
        || divisions == MAX_DIVISIONS) {
      counters.rejected(chunk.size());
      if (rejected.reason == FailureReason.OUT_OF_ORDER) {
        chunk.stretches().forEach(it -> outOfOrder.merge(it.series(), it.end(), Math::max));
      }
      return 0;
    }
    divisions++;
    boolean byTime = rejected.isBecauseOfTime() && !chunk.isOneTick();
    List<WriteChunk> halves = chunk.halves(byTime);
    int accepted = send(halves.get(0), true);
    boolean allOlderIsBad =
        rejected.reason == FailureReason.TOO_OLD && accepted < halves.get(0).size();
    return accepted + send(halves.get(1), byTime ? !allOlderIsBad : accepted > 0);
  }

  /** The first rejection of the batch, if there was one. */
  Optional<RejectedRequest> rejection() {
    return rejection;
  }
}
