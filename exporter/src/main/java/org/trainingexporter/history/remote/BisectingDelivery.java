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
 * One batch on its way. Where it is rejected its halves are tried, and theirs, so that only what is
 * bad is lost.
 */
final class BisectingDelivery {
  /** Twice as many requests, at most. A single bad series or time takes a dozen. */
  private static final int MOST_DIVISIONS = 50;

  private final Post post;
  private final HistoryCounters tally;

  /** By series the newest sample that was out of order: what is older is too. */
  private final Map<SampleSeries, Long> outOfOrder = new HashMap<>();

  private int divisions;
  private Optional<RejectedRequest> rejection = Optional.empty();

  /** One request with its answer. */
  @FunctionalInterface
  interface Post {
    HttpResponse<byte[]> send(WriteChunk part) throws IOException, InterruptedException;
  }

  /** What the receiver said to what it did not take. */
  record RejectedRequest(FailureReason why, int status, String text) {
    private static RejectedRequest of(HttpResponse<byte[]> response) {
      String text = RetryingClient.text(response);
      return new RejectedRequest(
          FailureReason.of(response.statusCode(), text), response.statusCode(), text);
    }

    /** Others of these samples might be taken. */
    private boolean isOfSamples() {
      return status == 400 || status == 413 || status == 422 || isOfTime();
    }

    private boolean isOfTime() {
      return why == FailureReason.TOO_OLD || why == FailureReason.OUT_OF_ORDER;
    }
  }

  BisectingDelivery(Post post, HistoryCounters tally) {
    this.post = post;
    this.tally = tally;
  }

  /** How many of these samples were taken. */
  int send(WriteChunk part) throws IOException, InterruptedException {
    return send(part, true);
  }

  /**
   * The newer half goes first: who finds some of the samples too old takes the others in any order,
   * and what is older than such a one is too old as well, or out of order where it is of the same
   * series. Behind a half of which nothing was taken the other is not divided either: a batch that
   * is bad as a whole takes few requests.
   */
  private int send(WriteChunk whole, boolean divides) throws IOException, InterruptedException {
    WriteChunk part = whole.newerThan(outOfOrder);
    tally.lost(whole.size() - part.size());
    if (part.size() == 0) {
      return 0;
    }
    HttpResponse<byte[]> response = post.send(part);
    if (response.statusCode() / 100 == 2) {
      tally.wrote(part.size());
      return part.size();
    }
    RejectedRequest no = RejectedRequest.of(response);
    tally.failed(no.why);
    rejection = rejection.or(() -> Optional.of(no));
    if (!divides || !no.isOfSamples() || part.size() == 1 || divisions == MOST_DIVISIONS) {
      tally.lost(part.size());
      if (no.why == FailureReason.OUT_OF_ORDER) {
        part.stretches().forEach(it -> outOfOrder.merge(it.series(), it.end(), Math::max));
      }
      return 0;
    }
    divisions++;
    boolean byTime = no.isOfTime() && !part.isOneTick();
    List<WriteChunk> halves = part.halves(byTime);
    int taken = send(halves.get(0), true);
    boolean allOlderIsBad = no.why == FailureReason.TOO_OLD && taken < halves.get(0).size();
    return taken + send(halves.get(1), byTime ? !allOlderIsBad : taken > 0);
  }

  /** The first. */
  Optional<RejectedRequest> rejection() {
    return rejection;
  }
}
